/** Ways a heading says in which language its column is, at its end or, in Chinese, anywhere. */
const words: { readonly [tag: string]: readonly string[] } = {
  'zh-CN': ['zh-cn', 'zh_cn', 'zh-hans', 'zh', 'cn', 'chinese', 'chinois', '中文', '汉语'],
  en: ['en-us', 'en_us', 'en-gb', 'en_gb', 'en', 'english', 'anglais', '英文', '英语'],
  fr: ['fr-fr', 'fr_fr', 'fr', 'french', 'français', 'francais', '法文', '法语'],
  de: ['de', 'german', 'deutsch', 'allemand', '德文'],
  es: ['es', 'spanish', 'español', 'espagnol', '西班牙文'],
  it: ['it', 'italian', 'italiano', 'italien', '意大利文'],
  ja: ['ja', 'jp', 'japanese', 'japonais', '日文', '日语'],
};

/** The heading without the language it names: `title_en`, `Name (FR)`, `title.zh-CN`, `商品名称（英文）`, `中文名称`. */
export function languageOf(heading: string): { readonly rest: string; readonly tag: string } | undefined {
  // `nameEn` is `name_en`.
  const folded = heading
    .normalize('NFKC')
    .trim()
    .replace(/(?<=\p{Ll})(?=(?:En|Fr|Zh|Cn|De|Es|It|Ja)$)/u, '_')
    .toLowerCase();
  for (const [tag, ways] of Object.entries(words)) {
    for (const way of ways) {
      const han = /\p{Script=Han}/u.test(way);
      const end = han ? `[\\s_.(\\[@-]*${way}[)\\]]?` : `(?:[\\s_.@-]+${way}|\\s*[(\\[]${way}[)\\]])`;
      const last = new RegExp(`^(.+?)${end}$`, 'u').exec(folded)?.[1];
      const rest = last ?? (han && folded.includes(way) ? folded.replace(way, '') : undefined);
      if (rest !== undefined && rest.trim() !== '') return { rest, tag };
    }
  }
  return undefined;
}
