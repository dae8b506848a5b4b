/** Languages every catalogue text exists in. French is optional for now. */
export type Language = 'en' | 'zh-CN' | 'fr';

export const languages: readonly Language[] = ['en', 'zh-CN', 'fr'];

/** A text of the tool itself: it is there in every language. */
export type OwnText = { readonly [language in Language]: string };

/** A text of ours in the languages we write; English and Chinese are required, French may be missing. */
export type Text = { readonly en: string; readonly 'zh-CN': string; readonly fr?: string };

/** The name of something outside (a standard's title): quoted as issued, so any language may be missing. */
export type Title = { readonly 'zh-CN'?: string; readonly en?: string; readonly fr?: string };
