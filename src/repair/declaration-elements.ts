import type { Repair } from '../model/repair.js';
import { changed } from './characters.js';

/** `品牌类型：0｜出口享惠情况：3`: the signs that divide declaration elements. What the values say keeps its own. */
export const elementSigns: Repair = {
  id: 'element-signs',
  does: {
    en: 'the signs between declaration elements written half-width',
    'zh-CN': '申报要素的分隔符改为半角',
    fr: 'signes entre les éléments de déclaration écrits en demi-chasse',
  },
  apply: ({ before, value, after }) => {
    const parts = value.replaceAll('｜', '|').split('|');
    // A colon divides name and value only where every element has a name.
    const named = parts.every((part) => part.trim() === '' || /^[^:：]+[:：]/u.test(part));
    const narrow = named ? parts.map((part) => part.replace(/[:：]/u, ':')) : parts;
    return changed(value, narrow.join('|'), before, after);
  },
};
