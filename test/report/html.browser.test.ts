import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.js';
import { languages } from '../../src/model/language.js';
import type { Report } from '../../src/model/report.js';
import { sampleReports } from './sample-reports.js';
import { contextFor } from './sample-texts.js';
import { textFormatter } from './writing.js';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
if (executablePath === undefined) console.info('No Chromium on this machine: the page is not tested in a browser.');

const quiet = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.skipIf(executablePath === undefined)('the page in a browser', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'borderlint-page-'));
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({
      ...(executablePath === undefined ? {} : { executablePath }),
      args: ['--headless', '--no-sandbox', '--disable-gpu', ...quiet],
    });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  type Opened = { readonly page: Page; readonly faults: readonly string[] };
  type Look = { readonly hash?: string; readonly width?: number; readonly theme?: 'light' | 'dark' };

  /** Opens a report; what the page complains of or asks the world for is a fault. */
  async function open(report: Report, { hash = '', width = 1280, theme = 'light' }: Look = {}): Promise<Opened> {
    const write = await textFormatter('html').load();
    const file = join(folder, `report-${Math.round(performance.now() * 1000)}.html`);
    writeFileSync(file, [...write(report, contextFor('en'))].join(''));
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: theme });
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => faults.push(message.text()));
    page.on('dialog', (dialog) => {
      faults.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(pathToFileURL(file).href)) faults.push(`request ${request.url()}`);
    });
    await page.goto(`${pathToFileURL(file).href}#${hash}`);
    return { page, faults };
  }

  const sample = (name: string): Report => sampleReports()[name] ?? raise();
  const places = (page: Page): Promise<number> => page.locator('.list tr.finding').count();

  /** What axe objects to, with the elements. */
  async function violations(page: Page): Promise<readonly string[]> {
    await page.evaluate(axe);
    return page.evaluate<readonly string[]>(
      'axe.run({ resultTypes: ["violations"] }).then(({ violations }) => violations.map(({ id, nodes }) => [id, ...nodes.map((n) => n.html)].join(" ")))',
    );
  }

  // Colours do not change with the width: every two of language, theme and width meet once.
  const looks = languages.flatMap((language, index) =>
    (['light', 'dark'] as const).map((theme, at) => ({ language, theme, width: (index + at) % 2 === 0 ? 1280 : 375 })),
  );

  it.each(looks)(
    'is accessible in $language, $theme, at $width pixels, and fits in any width',
    async ({ language, theme, width }) => {
      const { page, faults } = await open(sample('findings'), { hash: `lang=${language}`, theme, width });
      await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
      expect(await violations(page)).toEqual([]);
      for (const narrow of [1280, 768, 375, 320]) {
        await page.setViewportSize({ width: narrow, height: 900 });
        expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(narrow);
      }
      expect(await page.evaluate<string>('document.documentElement.lang')).toBe(language);
      expect(faults).toEqual([]);
      await page.close();
    },
  );

  it.each(Object.keys(sampleReports()))('is accessible and asks for nothing with the %s report', async (name) => {
    const { page, faults } = await open(sample(name));
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await page.close();
  });

  it('shows text of files as text', async () => {
    const { page, faults } = await open(sample('hostile'));
    expect(await page.evaluate<number>("document.querySelectorAll('script').length")).toBe(2);
    expect(await page.locator('bdi b').count()).toBe(0);
    expect(await page.locator('.found').first().textContent()).toContain('<b>');
    expect(await page.locator('body').textContent()).not.toMatch(/[\u202e\u2066\u001b]/u);
    expect(faults).toEqual([]);
    await page.close();
  });

  it('changes language and colours, and keeps both in the address', async () => {
    const { page } = await open(sample('findings'));
    const paper = await page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    await page.getByRole('button', { name: '中文' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('不符合');
    expect(await page.locator('.card h3').first().textContent()).toContain('校验码不正确');
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('language-zh-CN');
    await page.getByRole('button', { name: '深色' }).click();
    expect(await page.evaluate<string>('getComputedStyle(document.body).backgroundColor')).not.toBe(paper);
    await page.reload();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('不符合');
    expect(await page.evaluate<string>('document.documentElement.dataset.theme')).toBe('dark');
    await page.close();
  });

  it('searches, filters, sorts and clears', async () => {
    const { page } = await open(sample('findings'));
    expect(await places(page)).toBe(9);
    await page.getByRole('searchbox').fill('japon');
    expect(await places(page)).toBe(1);
    expect(await page.evaluate<string>('document.activeElement.type')).toBe('search');
    await page.getByRole('button', { name: 'Clear filters' }).click();
    expect(await places(page)).toBe(9);
    expect(await page.getByRole('searchbox').inputValue()).toBe('');
    await page.getByRole('group', { name: 'Severity' }).getByRole('button', { name: /error/ }).click();
    expect(await places(page)).toBe(6);
    await page.getByLabel('Standard', { exact: true }).selectOption('DEMO/T 2-2021');
    expect(await places(page)).toBe(3);
    expect(await page.getByRole('status').first().textContent()).toBe('3 of 9 listed findings');
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByLabel('Order').selectOption('place');
    expect(await page.locator('.card h3').allTextContents()).toEqual([
      'exports/shopify-products.csv',
      'trades/2026-11/order-message.xml',
    ]);
    await page.close();
  });

  it('goes from a picture to the findings it counts', async () => {
    const { page } = await open(sample('findings'));
    await page.getByRole('table', { name: 'Findings by rule' }).getByRole('button').first().click();
    expect(await places(page)).toBe(3);
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('findings-heading');
    await page.locator('.strip rect.is-error').first().click();
    expect(await page.getByRole('status').first().textContent()).toContain('records 11 to 11');
    expect(await places(page)).toBe(2);
    await page.close();
  });

  it('opens details with the keyboard', async () => {
    const { page } = await open(sample('truncated'));
    const opener = page.locator('.opener').first();
    expect(await opener.getAttribute('aria-expanded')).toBe('false');
    await opener.focus();
    await page.keyboard.press('Enter');
    expect(await opener.getAttribute('aria-expanded')).toBe('true');
    expect(await page.locator('tr.details:not([hidden])').textContent()).toContain(
      'demo-1-2020/check-digit|SKU-1|gtin',
    );
    await page.keyboard.press('Enter');
    expect(await page.locator('tr.details:not([hidden])').count()).toBe(0);
    await page.close();
  });

  it('says what is not listed and what did not run', async () => {
    const truncated = await open(sample('truncated'));
    expect(await truncated.page.locator('.verdict').textContent()).toContain('showing 100 of 48,210');
    expect(await truncated.page.locator('.card').textContent()).toContain(
      '48,110 more were counted and are not listed',
    );
    await truncated.page.close();
    const incomplete = await open(sample('incomplete'));
    expect(await incomplete.page.locator('.aside').first().textContent()).toContain('exports/photo.jpg');
    expect(await incomplete.page.getByRole('heading', { level: 1 }).textContent()).toBe('Incomplete');
    await incomplete.page.close();
  });

  it('prints every finding that passes the filters, and is as before afterwards', async () => {
    const { page } = await open(sample('truncated'));
    const before = await page.locator('#report').innerHTML();
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await page.locator('.printed tr.finding').count()).toBe(100);
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    expect(await page.locator('#report').innerHTML()).toBe(before);
    const paper = await page.pdf({ format: 'A4', printBackground: true });
    expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
    await page.close();
  });

  it('stays quick and small with 50,000 findings', async () => {
    const report = manyFindings(50_000);
    const started = performance.now();
    const { page, faults } = await open(report);
    await page.locator('.card').first().waitFor();
    const loaded = performance.now() - started;
    const drawn = await page.evaluate<number>("document.getElementsByTagName('*').length");
    expect(drawn).toBeLessThan(3000);
    const search = await page.evaluate<number>(`(() => {
      const field = document.getElementById('filter-search');
      const from = performance.now();
      field.value = 'SKU-49999';
      field.dispatchEvent(new Event('input'));
      return performance.now() - from;
    })()`);
    expect(await places(page)).toBe(1);
    expect(faults).toEqual([]);
    // Generous: other work shares the machine.
    expect(loaded).toBeLessThan(20_000);
    expect(search).toBeLessThan(3000);
    await page.close();
  });
});

function manyFindings(count: number): Report {
  const report = sampleReports()['truncated'] ?? raise();
  const [template] = report.findings;
  const findings = Array.from({ length: count }, (_, index): Finding => {
    const { location, ...rest } = template ?? raise();
    const record = `SKU-${index}`;
    const place = { ...location, line: index + 2, cell: `O${index + 2}`, record: index + 1 };
    return { ...rest, record, key: `${rest.rule}|${record}|gtin`, actual: `69${index}`, location: place };
  });
  return { ...report, findings, truncated: {}, inputs: report.inputs.map((input) => ({ ...input, records: count })) };
}

function raise(): never {
  throw new Error('not there');
}
