import type { StructureBreach } from '../model/format.js';
import type { Text, Title } from '../model/language.js';

/** Message and remedy of a rule nobody wrote by hand. `{field}` `{expected}` `{actual}` are filled when a report is written. */
export type GeneratedTexts = { readonly message: Text; readonly remedy: Text };

export type ElementBreach = 'missing' | 'format' | 'code';

/** The row a rule is made from: the element as the specification writes it, and its name. */
export type ElementName = { readonly element: string; readonly name: Title };

/** The words of `<slug>/<element>.missing`, `.format` and `.code`. Without a row `{element}` is left for the report. */
export function elementTexts(breach: ElementBreach, row?: ElementName): GeneratedTexts {
  const { message, remedy } = elementTemplates[breach];
  return { message: withElement(message, row), remedy: withElement(remedy, row) };
}

/** The words of a message structure's rules; `{element}` is filled when a report is written. */
export function structureTexts(breach: StructureBreach): GeneratedTexts {
  return structureTemplates[breach];
}

/** What the edition of 2018 asks for instead, where its format code is a length. */
export function editionRemark(format: string): Text | undefined {
  const [, upTo, length] = /^C(\.\.)?(\d+)$/.exec(format) ?? [];
  if (length === undefined) return undefined;
  const size =
    upTo === undefined
      ? { en: `exactly ${length} characters`, 'zh-CN': `${length}个字符`, fr: `exactement ${length} caractères` }
      : { en: `at most ${length} characters`, 'zh-CN': `至多${length}个字符`, fr: `au plus ${length} caractères` };
  return {
    en: `The edition of 2018 took ${size.en}; --edition 2018 judges by it.`,
    'zh-CN': `2018年版为${size['zh-CN']}；可用 --edition 2018 按该版检查。`,
    fr: `L’édition de 2018 prenait ${size.fr} ; --edition 2018 juge d’après elle.`,
  };
}

function withElement(text: Text, row: ElementName | undefined): Text {
  if (row === undefined) return text;
  const { en, 'zh-CN': chinese, fr = en } = row.name;
  const inText = (template: string, name: string): string => template.replaceAll('{element}', () => name);
  return {
    en: inText(text.en, en === undefined ? `“${row.element}”` : `${en} (${row.element})`),
    'zh-CN': inText(text['zh-CN'], chinese === undefined ? `“${row.element}”` : `“${chinese}”（${row.element}）`),
    ...(text.fr && { fr: inText(text.fr, fr === undefined ? `« ${row.element} »` : `${fr} (${row.element})`) }),
  };
}

const elementTemplates: { readonly [breach in ElementBreach]: GeneratedTexts } = {
  missing: {
    message: {
      en: '{element} is mandatory and is missing or empty.',
      'zh-CN': '{element}为必填项，但未填写。',
      fr: '{element} est obligatoire et manque ou est vide.',
    },
    remedy: { en: 'Fill in {element}.', 'zh-CN': '请填写{element}。', fr: 'Renseignez {element}.' },
  },
  format: {
    message: {
      en: '{element} is {actual}, which is not the form the specification lays down.',
      'zh-CN': '{element}填写为 {actual}，不符合规定的数据格式。',
      fr: '{element} est {actual}, ce qui n’est pas la forme que prescrit la spécification.',
    },
    remedy: {
      en: 'Write {element} as {expected}.',
      'zh-CN': '请按要求填写{element}：{expected}。',
      fr: 'Écrivez {element} ainsi : {expected}.',
    },
  },
  code: {
    message: {
      en: '{element} is {actual}, which is none of the codes the specification allows.',
      'zh-CN': '{element}填写为 {actual}，不是规定的代码。',
      fr: '{element} est {actual}, ce qui n’est aucun des codes que la spécification admet.',
    },
    remedy: {
      en: 'Give {element} as {expected}.',
      'zh-CN': '请按规定代码填写{element}：{expected}。',
      fr: 'Donnez {element} ainsi : {expected}.',
    },
  },
};

const structureTemplates: { readonly [breach in StructureBreach]: GeneratedTexts } = {
  namespace: {
    message: {
      en: 'The message is not in the namespace of its specification.',
      'zh-CN': '报文的命名空间与规范不一致。',
      fr: 'Le message n’est pas dans l’espace de noms de sa spécification.',
    },
    remedy: {
      en: 'Declare on the root element {expected}.',
      'zh-CN': '请在根元素上声明{expected}。',
      fr: 'Déclarez sur l’élément racine {expected}.',
    },
  },
  attribute: {
    message: {
      en: 'An attribute of the root element is missing or not in the form laid down.',
      'zh-CN': '根元素缺少属性，或属性不符合规定的格式。',
      fr: 'Un attribut de l’élément racine manque ou n’a pas la forme prescrite.',
    },
    remedy: {
      en: 'Give the root element {expected}.',
      'zh-CN': '请在根元素上填写{expected}。',
      fr: 'Donnez à l’élément racine {expected}.',
    },
  },
  order: {
    message: {
      en: 'The element {element} is out of order: the specification fixes the sequence.',
      'zh-CN': '元素 {element} 的位置不对：规范规定了元素的先后顺序。',
      fr: 'L’élément {element} n’est pas à sa place : la spécification fixe l’ordre.',
    },
    remedy: {
      en: 'Put the elements in sequence: {expected}.',
      'zh-CN': '请按规定顺序排列元素：{expected}。',
      fr: 'Mettez les éléments dans l’ordre : {expected}.',
    },
  },
  unknown: {
    message: {
      en: 'The specification has no element {element} here.',
      'zh-CN': '规范在此处没有元素 {element}。',
      fr: 'La spécification n’a pas d’élément {element} à cet endroit.',
    },
    remedy: {
      en: 'Remove it, or correct its name: {expected}.',
      'zh-CN': '请删除该元素或更正其名称：{expected}。',
      fr: 'Retirez-le, ou corrigez son nom : {expected}.',
    },
  },
  repeated: {
    message: {
      en: 'The element {element} is there more often than the specification allows.',
      'zh-CN': '元素 {element} 出现次数超过规范所允许的次数。',
      fr: 'L’élément {element} figure plus souvent que la spécification ne l’admet.',
    },
    remedy: {
      en: 'Keep it {expected}.',
      'zh-CN': '请删除多余的元素：{expected}。',
      fr: 'Gardez-le ainsi : {expected}.',
    },
  },
  missing: {
    message: {
      en: 'An element the specification requires here is missing.',
      'zh-CN': '此处缺少规范要求的元素。',
      fr: 'Un élément que la spécification exige ici manque.',
    },
    remedy: { en: 'Add {expected}.', 'zh-CN': '请补上所缺内容：{expected}。', fr: 'Ajoutez {expected}.' },
  },
  encoding: {
    message: {
      en: 'The XML declaration names an encoding the message is not in: whoever believes it reads other characters.',
      'zh-CN': 'XML 声明的编码与报文实际编码不符，接收方按声明读取会得到乱码。',
      fr: 'La déclaration XML nomme un encodage qui n’est pas celui du message : qui s’y fie lit d’autres caractères.',
    },
    remedy: { en: 'Declare {expected}.', 'zh-CN': '请声明{expected}。', fr: 'Déclarez {expected}.' },
  },
  content: {
    message: {
      en: 'Text stands in {element}, where the specification has only elements.',
      'zh-CN': '元素 {element} 内有文字，而规范规定此处只含元素。',
      fr: 'Du texte figure dans {element}, où la spécification n’a que des éléments.',
    },
    remedy: {
      en: 'Remove the text, or put it into the element it belongs to: {expected}.',
      'zh-CN': '请删除该文字，或移入相应的元素：{expected}。',
      fr: 'Retirez le texte, ou mettez-le dans l’élément auquel il appartient : {expected}.',
    },
  },
  value: {
    message: {
      en: 'The text of {element} has not the length the specification allows.',
      'zh-CN': '元素 {element} 的内容长度不符合规范。',
      fr: 'Le texte de {element} n’a pas la longueur que la spécification admet.',
    },
    remedy: {
      en: 'Write {element} as {expected}.',
      'zh-CN': '请按要求填写 {element}：{expected}。',
      fr: 'Écrivez {element} ainsi : {expected}.',
    },
  },
  signature: {
    message: {
      en: 'The printed specification asks for a signature here; the schema does not.',
      'zh-CN': '规范正文要求此报文签名，schema 未作要求。',
      fr: 'La spécification imprimée demande ici une signature ; le schéma, non.',
    },
    remedy: {
      en: 'Sign the message if customs sends it back: {expected}.',
      'zh-CN': '如被海关退回，请对报文签名：{expected}。',
      fr: 'Signez le message si la douane le renvoie : {expected}.',
    },
  },
};
