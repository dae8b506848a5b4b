import type { Text } from '../model/language.js';

/** Notices of cells that do not say what their author meant. */
export const cellNotices = {
  'units-disagree': {
    en: '“{header}” says {shown}, but “{first}” beside it {other}: the two are more than a twentieth apart[; {count} rows are like this]',
    'zh-CN': '“{header}”为 {shown}，而“{first}”为 {other}，换算后相差超过二十分之一[；此类行共 {count} 行]',
    fr: '« {header} » dit {shown}, mais « {first} » à côté {other} : plus d’un vingtième les sépare[ ; {count} lignes sont ainsi]',
  },
  'written-in-powers': {
    en: 'A spreadsheet has turned a code under “{header}” into {shown}: its digits are lost. Go back to the source and import the column as text[; {count} cells are like this]',
    'zh-CN':
      '“{header}”列的代码被电子表格改写为 {shown}，数字已丢失。请回到数据来源，以“文本”格式重新导入该列[；此类单元格共 {count} 个]',
    fr: 'Un tableur a changé un code sous « {header} » en {shown} : ses chiffres sont perdus. Revenez à la source et importez la colonne comme texte[ ; {count} cellules sont ainsi]',
  },
  'zero-lost': {
    en: '{shown} under “{header}” is a digit short of a postal code of its country: probably {meant}, without the zero that a spreadsheet drops. Take the column from its source again, as text[; {count} cells are like this]',
    'zh-CN':
      '“{header}”列的 {shown} 比该国邮政编码少一位，疑似被电子表格丢掉首位0，原值可能为 {meant}。请以“文本”格式从数据来源重新取得该列[；此类单元格共 {count} 个]',
    fr: '{shown} sous « {header} » a un chiffre de moins qu’un code postal de son pays : sans doute {meant}, sans le zéro qu’un tableur supprime. Reprenez la colonne à la source, comme texte[ ; {count} cellules sont ainsi]',
  },
  'text-as-date': {
    en: '{shown} under “{header}” looks like a size or a number that a spreadsheet took for a date (10-12 becomes 10-Dec): compare it with the source[; {count} cells are like this]',
    'zh-CN':
      '“{header}”列的 {shown} 疑似被电子表格误作日期的尺码或编号（如 10-12 变为 10月12日），请与数据来源核对[；此类单元格共 {count} 个]',
    fr: '{shown} sous « {header} » semble une taille ou un numéro qu’un tableur a pris pour une date (10-12 devient 10-déc.) : comparez avec la source[ ; {count} cellules sont ainsi]',
  },
  'decimals-mixed': {
    en: 'Numbers under “{header}” are written in two ways, {other} above and {shown} here: look whether each was read as it is meant[; {count} cells are like this]',
    'zh-CN':
      '“{header}”列的数字有两种写法：上方为 {other}，此处为 {shown}，请核对读取结果是否符合原意[；此类单元格共 {count} 个]',
    fr: 'Les nombres sous « {header} » sont écrits de deux façons, {other} plus haut et {shown} ici : vérifiez que chacun a été lu comme il est entendu[ ; {count} cellules sont ainsi]',
  },
  'decimals-unclear': {
    en: 'Nobody can tell whether {shown} under “{header}” is above a thousand or a fraction, so it was not read: say it with --decimal comma or --decimal point[; {count} cells are like this]',
    'zh-CN':
      '无法判断“{header}”列的 {shown} 中的符号是千位分隔符还是小数点，未读取：请用 --decimal comma 或 --decimal point 指明[；此类单元格共 {count} 个]',
    fr: 'Rien ne dit si {shown} sous « {header} » dépasse mille ou est une fraction ; il n’a pas été lu : dites-le par --decimal comma ou --decimal point[ ; {count} cellules sont ainsi]',
  },
  placeholder: {
    en: '“{shown}” under “{header}” only fills the cell and was read as empty[; {count} cells of this column are like this]',
    'zh-CN': '“{header}”列的“{shown}”仅为占位，已按空值读取[；该列此类单元格共 {count} 个]',
    fr: '« {shown} » sous « {header} » ne fait que remplir la cellule et a été lu comme vide[ ; {count} cellules de cette colonne sont ainsi]',
  },
  'script-in-text': {
    en: 'The text under “{header}” holds a script ({shown}), which no shop shows; it was left out of what is judged[; {count} cells are like this]',
    'zh-CN': '“{header}”列的文字含有脚本（{shown}），店铺不会显示，判断时已略去[；此类单元格共 {count} 个]',
    fr: 'Le texte sous « {header} » contient un script ({shown}) qu’aucune boutique n’affiche ; il est écarté du jugement[ ; {count} cellules sont ainsi]',
  },
  'entities-twice': {
    en: 'Signs under “{header}” were escaped twice, such as {shown}: buyers will see the code instead of the sign[; {count} cells are like this]',
    'zh-CN': '“{header}”列的符号被重复转义，如 {shown}，买家看到的将是代码而非符号[；此类单元格共 {count} 个]',
    fr: 'Des signes sous « {header} » sont échappés deux fois, comme {shown} : l’acheteur verra le code au lieu du signe[ ; {count} cellules sont ainsi]',
  },
  'link-local': {
    en: '{shown} under “{header}” is no address of the web: nobody else can fetch this picture[; {count} cells are like this]',
    'zh-CN': '“{header}”列的 {shown} 不是网络地址，他人无法取得该图片[；此类单元格共 {count} 个]',
    fr: '{shown} sous « {header} » n’est pas une adresse du web : personne d’autre ne peut prendre cette image[ ; {count} cellules sont ainsi]',
  },
  'elements-empty': {
    en: 'Of the {parts} declaration elements under “{header}”, {empty} have no value[: {names}][ (number {places})][; {count} cells are like this]',
    'zh-CN':
      '“{header}”列的 {parts} 项申报要素中有 {empty} 项未填[：{names}][（第 {places} 项）][；此类单元格共 {count} 个]',
    fr: 'Des {parts} éléments de déclaration sous « {header} », {empty} sont sans valeur[ : {names}][ (numéro {places})][ ; {count} cellules sont ainsi]',
  },
} as const satisfies { readonly [id: string]: Text };
