import type { PageData } from '../page-data.js';
import { type App, sayIn } from './app.js';
import { noticesSection, notRunSection } from './asides.js';
import { el } from './elements.js';
import { findingList } from './finding-list.js';
import { type FindingsSection, findingsSection, printedList } from './findings.js';
import { masthead } from './masthead.js';
import { contextsOf } from './page-texts.js';
import { picturesSection } from './pictures.js';
import { inputsSection, reproduceSection } from './provenance.js';
import { statementSection } from './statement.js';
import { verdictSection } from './verdict.js';
import { hashOf, noFilter, stateFrom, type ViewState } from './view-state.js';

start(readData(), document.getElementById('report') ?? document.body);

function readData(): PageData {
  return JSON.parse(document.getElementById('data')?.textContent ?? '');
}

/** Draws the page and keeps it in step with what the reader chooses. */
function start(data: PageData, root: HTMLElement): void {
  const findings = findingList(data.findings);
  const contextOf = contextsOf(data);
  let state = stateFrom(location.hash, data.language);
  let section: FindingsSection | undefined;

  const app = (): App => ({
    data,
    findings,
    state,
    context: contextOf(state.language),
    say: sayIn(state.language),
    change: (part) => {
      become({ ...state, ...part });
      history.replaceState(null, '', `#${hashOf(state, data.language)}`);
    },
    refine: (filter) => app().change({ filter: { ...state.filter, ...filter } }),
    narrow: (filter) => {
      app().change({ filter: { ...noFilter, ...filter } });
      const heading = document.getElementById('findings-heading');
      heading?.focus({ preventScroll: true });
      heading?.scrollIntoView({ block: 'start' });
    },
  });

  function become(next: ViewState): void {
    const before = state;
    state = next;
    if (before.language !== next.language) drawAll();
    if (before.theme !== next.theme) drawMasthead();
    if (before.filter !== next.filter || before.sort !== next.sort) section?.update(app());
  }

  function drawMasthead(): void {
    document.documentElement.dataset['theme'] = state.theme;
    keepingFocus(() => root.querySelector('.masthead')?.replaceWith(masthead(app())));
  }

  function drawAll(): void {
    const now = app();
    section = findingsSection(now);
    document.documentElement.lang = state.language;
    document.documentElement.dataset['theme'] = state.theme;
    const main = el('main', {}, sections(now, section));
    const footer = el('footer', {}, now.say('footer', { version: data.report.tool.version }));
    keepingFocus(() => root.replaceChildren(masthead(now), main, footer));
  }

  addEventListener('hashchange', () => become(stateFrom(location.hash, data.language)));
  printing(root, () => printedList(app()));
  drawAll();
}

function sections(app: App, findings: FindingsSection): readonly (HTMLElement | undefined)[] {
  return [
    verdictSection(app),
    notRunSection(app),
    picturesSection(app),
    findings.element,
    statementSection(app),
    noticesSection(app),
    inputsSection(app),
    reproduceSection(app),
  ];
}

/** Draws and gives the keyboard back to what had it, where that is there again. */
function keepingFocus(draw: () => void): void {
  const focused = document.activeElement?.id ?? '';
  draw();
  if (focused !== '') document.getElementById(focused)?.focus({ preventScroll: true });
}

/** For paper the list is whole and what is folded is open; afterwards everything is as it was. */
function printing(root: HTMLElement, wholeList: () => HTMLElement): void {
  let undo: (() => void) | undefined;
  addEventListener('beforeprint', () => {
    undo?.();
    const folded = [...root.querySelectorAll<HTMLDetailsElement>('.checklists details:not([open])')];
    for (const one of folded) one.open = true;
    const list = root.querySelector('.findings .list');
    const printed = wholeList();
    list?.after(printed);
    undo = () => {
      printed.remove();
      for (const one of folded) one.open = false;
      undo = undefined;
    };
  });
  addEventListener('afterprint', () => undo?.());
}
