import { type Language, languages } from '../../../model/language.js';
import type { WordId } from '../words.js';
import type { App } from './app.js';
import { button, type Child, el } from './elements.js';
import { type Theme, themes } from './view-state.js';

const languageNames: { readonly [language in Language]: string } = { en: 'English', 'zh-CN': '中文', fr: 'Français' };
const themeNames: { readonly [theme in Theme]: WordId } = {
  auto: 'themeAuto',
  light: 'themeLight',
  dark: 'themeDark',
};

/** Name of the page, and the switches for language and colours. */
export function masthead(app: App): HTMLElement {
  const { say, state, change } = app;
  return el(
    'header',
    { class: 'masthead' },
    el('a', { class: 'skip', href: '#findings-heading' }, say('skip')),
    el('p', { class: 'name' }, el('b', {}, 'borderlint'), el('span', {}, say('reportName'))),
    el(
      'div',
      { class: 'switches' },
      choice(
        'language',
        say('language'),
        languages,
        state.language,
        (language) => change({ language }),
        (language) => el('span', { lang: language }, languageNames[language]),
      ),
      choice(
        'theme',
        say('theme'),
        themes,
        state.theme,
        (theme) => change({ theme }),
        (theme) => say(themeNames[theme]),
      ),
    ),
  );
}

/** One of a few, all of them seen. */
export function choice<Value extends string>(
  id: string,
  label: string,
  values: readonly Value[],
  chosen: Value,
  choose: (value: Value) => void,
  show: (value: Value) => Child,
): HTMLElement {
  const buttons = values.map((value) =>
    button({ id: `${id}-${value}`, 'aria-pressed': String(value === chosen) }, () => choose(value), show(value)),
  );
  return el('div', { class: 'choice', role: 'group', 'aria-label': label }, buttons);
}
