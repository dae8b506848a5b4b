import type { Text } from '../model/language.js';
import type { NoticeId } from '../model/record.js';
import { cellNotices } from './cell-notices.js';

/** A column nobody knows in a document kind that has no room for it. */
export const columnLeft: Text = {
  en: 'The column “{header}” is not known and was not read[; did you mean “{nearest}”?]',
  'zh-CN': '未识别的列“{header}”，未读取[；是否为“{nearest}”？]',
  fr: 'La colonne « {header} » est inconnue et n’a pas été lue[ ; vouliez-vous dire « {nearest} » ?]',
};

/** A bad line of JSON Lines: it is passed over. */
export const jsonLineBroken: Text = {
  en: 'This line is not JSON and was left out[: {detail}][; {count} lines are like this]',
  'zh-CN': '本行不是有效的 JSON，已跳过[：{detail}][；此类行共 {count} 行]',
  fr: 'Cette ligne n’est pas du JSON et a été laissée de côté[ : {detail}][ ; {count} lignes sont ainsi]',
};

/** The sentence of each notice, with the values `renderNotice` lists; a piece in square brackets stays only where its values are there. */
export const noticeTemplates: { readonly [id in NoticeId]: Text } = {
  ...cellNotices,
  'waiver-expired': {
    en: 'The waiver of {what} by {owner} expired on {expires}: its findings count again',
    'zh-CN': '{owner} 对 {what} 的豁免已于 {expires} 到期，相关问题重新计入',
    fr: 'La dérogation de {owner} pour {what} a expiré le {expires} : ses constats comptent de nouveau',
  },
  'waiver-too-long': {
    en: 'The waiver of {what} by {owner} lasts until {expires}, later than {latest} allowed here: it waives nothing',
    'zh-CN': '{owner} 对 {what} 的豁免至 {expires} 为止，晚于此处允许的 {latest}，因此不生效',
    fr: "La dérogation de {owner} pour {what} dure jusqu'au {expires}, au-delà du {latest} permis ici : elle ne vaut rien",
  },
  'waiver-unmatched': {
    en: 'The waiver of {what} by {owner} met no finding in this run; remove it if it is no longer needed',
    'zh-CN': '{owner} 对 {what} 的豁免在本次运行中没有对应的问题；如不再需要请删除',
    fr: "La dérogation de {owner} pour {what} ne répond à aucun constat de cette exécution ; à retirer si elle n'a plus lieu d'être",
  },
  'baseline-unmatched': {
    en: 'In the baseline and not found in this run[: {count} findings]; `borderlint baseline prune` takes them out',
    'zh-CN': '基线中有[ {count} 个]问题本次没有出现；可用 borderlint baseline prune 清除',
    fr: 'Dans la référence et absents de cette exécution[ : {count} constats] ; `borderlint baseline prune` les retire',
  },
  'changed-since': {
    en: 'Held against {revision}: findings it had already do not count ({old}); files it had not: {added}',
    'zh-CN': '与 {revision} 比较：当时已有的问题不计入（{old} 个）；当时没有的文件：{added} 个',
    fr: 'Comparé à {revision} : les constats qu’elle avait déjà ne comptent pas ({old}) ; fichiers qu’elle n’avait pas : {added}',
  },
  'decoded-as': {
    en: 'Read as {encoding}[ ({confidence})][, though the file says {declared}]; --encoding overrides',
    'zh-CN': '按 {encoding} 读取[（{confidence}）][，而文件自称为 {declared}]；如不对，请用 --encoding 指定',
    fr: 'Lu en {encoding}[ ({confidence})][, bien que le fichier dise {declared}] ; --encoding en décide autrement',
  },
  'bytes-undecodable': {
    en: 'Bytes that are not {encoding} were replaced[: {count} places][, the first {bytes}]; --encoding overrides',
    'zh-CN':
      '有不属于 {encoding} 的字节，已用替代字符代替[，共 {count} 处][，首处为 {bytes}]；可用 --encoding 指定编码',
    fr: 'Des octets qui ne sont pas du {encoding} ont été remplacés[ : {count} endroits][, les premiers {bytes}] ; --encoding en décide autrement',
  },
  'row-ragged': {
    en: 'The row has {cells} cells, the header {headers}[; {count} rows are like this]',
    'zh-CN': '本行有 {cells} 个单元格，表头有 {headers} 列[；此类行共 {count} 行]',
    fr: 'La ligne a {cells} cellules, l’en-tête {headers}[ ; {count} lignes sont ainsi]',
  },
  'quote-unclosed': {
    en: 'A quotation mark opened here is never closed; it was read as part of the text and reading went on',
    'zh-CN': '此处的引号没有闭合，已按普通字符处理并继续读取',
    fr: 'Un guillemet ouvert ici n’est jamais fermé ; il a été lu comme du texte et la lecture a continué',
  },
  'quote-stray': {
    en: 'A quotation mark stands inside an unquoted cell[ ({count} times)]',
    'zh-CN': '未加引号的单元格中出现引号[（共 {count} 处）]',
    fr: 'Un guillemet figure dans une cellule sans guillemets[ ({count} fois)]',
  },
  'header-duplicate': {
    en: 'The column “{header}” is there more than once[; the one in {first} is used][; {count} further columns are like this]',
    'zh-CN': '列名“{header}”重复[；采用 {first}][；此类列另有 {count} 个]',
    fr: 'La colonne « {header} » est là plus d’une fois[ ; celle en {first} est prise][ ; {count} autres colonnes sont ainsi]',
  },
  'column-unknown': {
    en: 'The column “{header}” is not known and was kept as an attribute[; did you mean “{nearest}”?]',
    'zh-CN': '未识别的列“{header}”，已作为附加属性保留[；是否为“{nearest}”？]',
    fr: 'La colonne « {header} » est inconnue et a été gardée comme attribut[ ; vouliez-vous dire « {nearest} » ?]',
  },
  'column-mapped-twice': {
    en: 'The column “{header}” gives {field} a second time[; “{first}” is used]',
    'zh-CN': '列“{header}”与其他列对应同一字段 {field}[；采用“{first}”]',
    fr: 'La colonne « {header} » donne {field} une seconde fois[ ; « {first} » est prise]',
  },
  'json-broken': {
    en: 'This is not JSON from here on[: {detail}]',
    'zh-CN': '从此处起不是有效的 JSON[：{detail}]',
    fr: 'À partir d’ici, ce n’est pas du JSON[ : {detail}]',
  },
  'json-not-record': {
    en: 'An object was expected here[, not {found}]; it was left out',
    'zh-CN': '此处应为对象[，而非 {found}]，已跳过',
    fr: 'Un objet était attendu ici[, non {found}] ; ceci a été laissé de côté',
  },
  'parts-broken': {
    en: 'The members joined with || break off here[: {expected} was expected][: “{repeated}” is there a second time]',
    'zh-CN': '以 || 拼接的数据在此处中断[：此处应为 {expected}][：“{repeated}”重复出现]',
    fr: 'Les membres joints par || s’interrompent ici[ : {expected} était attendu][ : « {repeated} » y est une seconde fois]',
  },
  'parts-order': {
    en: '“{header}” stands behind “{first}”; the interface has them the other way round, and what is signed is the string as it stands',
    'zh-CN': '“{header}”位于“{first}”之后，与接口规定的顺序相反；加签以该字符串的原样为准',
    fr: '« {header} » vient après « {first} » ; l’interface les donne dans l’ordre inverse, et c’est la chaîne telle quelle qui est signée',
  },
  'parts-unquoted': {
    en: '“{header}” stands without quotation marks around it[ ({count} members are like this)]; programs in use sign it with them',
    'zh-CN': '“{header}”的内容未加引号[（此类共 {count} 项）]；现有程序加签时均加引号',
    fr: '« {header} » est sans guillemets autour[ ({count} membres sont ainsi)] ; les programmes en usage le signent avec eux',
  },
  'form-unencoded': {
    en: 'The JSON stands as it is behind {header}=: sent as a form, it loses its meaning at signs like the {shown} here unless it is encoded',
    'zh-CN': '{header}= 之后的 JSON 未经 URL 编码：若按此作为表单发送，此处的 {shown} 等字符会使内容改变',
    fr: 'Le JSON suit {header}= tel quel : envoyé comme formulaire, il perd son sens aux signes comme {shown} ici s’il n’est pas encodé',
  },
  'xml-broken': {
    en: 'This is not well-formed XML[: {detail}]',
    'zh-CN': '不是格式良好的 XML[：{detail}]',
    fr: 'Ce n’est pas du XML bien formé[ : {detail}]',
  },
  'xml-doctype': {
    en: 'The file has a DOCTYPE, which is refused: messages need none, and it can hide harm. Remove it',
    'zh-CN': '文件含有 DOCTYPE 声明，已拒绝读取：报文无需此声明，且它可能被恶意利用。请删除后重试',
    fr: 'Le fichier a un DOCTYPE, qui est refusé : les messages n’en ont pas besoin et il peut cacher du mal. Retirez-le',
  },
  'nul-characters': {
    en: 'The text has NUL characters[ ({count})]; it may be UTF-16 or not text at all',
    'zh-CN': '文本含有空字符（NUL）[，共 {count} 个]；可能是 UTF-16 编码或并非文本文件',
    fr: 'Le texte a des caractères NUL[ ({count})] ; c’est peut-être de l’UTF-16 ou pas du texte',
  },
  truncated: {
    en: 'The file is cut off here[: {reason}][ ({detail})]',
    'zh-CN': '文件在此处中断，内容不完整[：{reason}][（{detail}）]',
    fr: 'Le fichier est coupé ici[ : {reason}][ ({detail})]',
  },
  'limit-reached': {
    en: 'Reading stopped at the limit of {limit}[ ({what})]',
    'zh-CN': '达到上限 {limit}[（{what}）]，停止读取',
    fr: 'La lecture s’est arrêtée à la limite de {limit}[ ({what})]',
  },
  'no-records': {
    en: 'The file has no [{document} ]record',
    'zh-CN': '文件中没有[{document}]记录',
    fr: 'Le fichier n’a pas d’enregistrement[ ({document})]',
  },
  'nothing-judged': {
    en: 'No check had anything to judge in these records: {document}[, {count} of them]',
    'zh-CN': '没有任何检查能在这类记录中找到可判断的内容：{document}[，共 {count} 条]',
    fr: 'Aucun contrôle n’a rien eu à juger dans ces enregistrements : {document}[, {count} en tout]',
  },
  'row-skipped': {
    en: 'The row was left out[: {what}][: {detail}][; {count} rows are like this]',
    'zh-CN': '本行已跳过[：{what}][：{detail}][；此类行共 {count} 行]',
    fr: 'La ligne a été laissée de côté[ : {what}][ : {detail}][ ; {count} lignes sont ainsi]',
  },
  'orphan-row': {
    en: 'The row belongs to a record that is not in the file[: {key}], and was not checked[; {count} rows are like this]',
    'zh-CN': '本行所属的记录不在文件中[：{key}]，未予检查[；此类行共 {count} 行]',
    fr: 'La ligne appartient à un enregistrement absent du fichier[ : {key}] et n’a pas été contrôlée[ ; {count} lignes sont ainsi]',
  },
  'edition-other': {
    en: 'Where the editions of its specification differ, the message fits that of {edition} and not that of {judged}, by which it was judged: {elements}[; {count} documents are like this]. --edition {edition} judges by it',
    'zh-CN':
      '在规范两个版本不同之处，报文符合{edition}年版，不符合检查所依据的{judged}年版：{elements}[；此类单证共 {count} 份]。可用 --edition {edition} 按该版检查',
    fr: 'Là où les éditions de sa spécification diffèrent, le message suit celle de {edition} et non celle de {judged}, d’après laquelle il a été jugé : {elements}[ ; {count} documents sont ainsi]. --edition {edition} juge d’après elle',
  },
  'editions-mixed': {
    en: 'Documents of two editions come together: this one fits only that of {edition} ({elements}), the one in {where} only that of {other} ({others})',
    'zh-CN': '单证分属规范的两个版本：此处仅符合{edition}年版（{elements}），{where} 仅符合{other}年版（{others}）',
    fr: 'Des documents de deux éditions se mêlent : celui-ci ne suit que celle de {edition} ({elements}), celui de {where} que celle de {other} ({others})',
  },
  'header-row': {
    en: 'Row {row} was taken as the header row[; {above} rows above it were not read as records]',
    'zh-CN': '以第 {row} 行为表头[；其上 {above} 行未作为记录读取]',
    fr: 'La ligne {row} a été prise pour l’en-tête[ ; {above} lignes au-dessus n’ont pas été lues comme enregistrements]',
  },
  'guards-peeled': {
    en: 'Codes under “{header}” have a spreadsheet’s guard before them, such as {shown}; they were read without it[; {count} cells are like this]',
    'zh-CN': '“{header}”列的代码带有电子表格的保护符，如 {shown}，读取时已去除[；此类单元格共 {count} 个]',
    fr: 'Des codes sous « {header} » sont précédés d’une protection de tableur, comme {shown} ; elle a été ôtée à la lecture[ ; {count} cellules sont ainsi]',
  },
  'columns-disagree': {
    en: 'The column “{header}” is there twice, and the two say different things: {first} is used[; {count} rows are like this]',
    'zh-CN': '列“{header}”重复且取值不一致：采用 {first}[；此类行共 {count} 行]',
    fr: 'La colonne « {header} » est là deux fois et les deux se contredisent : {first} est prise[ ; {count} lignes sont ainsi]',
  },
  'format-recalled': {
    en: 'The file looks like {format}, a layout known from memory alone: look whether its columns were understood, or name another with --input-format',
    'zh-CN': '该文件形似 {format}，但此格式仅凭记忆整理：请核对各列是否识别正确，或用 --input-format 指定其他格式',
    fr: 'Le fichier ressemble à {format}, une disposition connue de mémoire seulement : vérifiez que ses colonnes ont été comprises, ou nommez-en une autre avec --input-format',
  },
  'row-apart': {
    en: 'The row stands apart from the other rows of its record[: {key}]; it was checked with them, but a platform may import it as another product[; {count} rows are like this]',
    'zh-CN': '本行与同一记录的其他行不相邻[：{key}]；已合并检查，但平台导入时可能视为另一商品[；此类行共 {count} 行]',
    fr: 'La ligne est séparée des autres lignes de son enregistrement[ : {key}] ; elle a été contrôlée avec elles, mais une plateforme pourrait l’importer comme un autre produit[ ; {count} lignes sont ainsi]',
  },
  'cell-error': {
    en: 'The cell shows the error {error} instead of a value and was read as empty[; {count} cells are like this]',
    'zh-CN': '单元格显示错误值 {error}，已按空值读取[；此类单元格共 {count} 个]',
    fr: 'La cellule montre l’erreur {error} au lieu d’une valeur et a été lue comme vide[ ; {count} cellules sont ainsi]',
  },
  'formula-unread': {
    en: 'The formula here was saved without its result and was read as empty: open the workbook in Excel or WPS and save it again[; {count} cells are like this]',
    'zh-CN': '此处的公式未保存计算结果，已按空值读取：请用 Excel 或 WPS 打开并重新保存[；此类单元格共 {count} 个]',
    fr: 'La formule a été enregistrée sans son résultat et lue comme vide : ouvrez le classeur dans Excel ou WPS et enregistrez-le de nouveau[ ; {count} cellules sont ainsi]',
  },
  'digits-lost': {
    en: 'The number {shown} has more digits than a spreadsheet keeps (15): the last ones are lost. Take it from its source again, into a cell formatted as text[; {count} cells are like this]',
    'zh-CN':
      '数字 {shown} 超过电子表格能保留的 15 位，末尾几位已丢失。请从数据来源重新取得，并先将单元格设为文本格式[；此类单元格共 {count} 个]',
    fr: 'Le nombre {shown} a plus de chiffres qu’un tableur n’en garde (15) : les derniers sont perdus. Reprenez-le à la source, dans une cellule au format texte[ ; {count} cellules sont ainsi]',
  },
  'cells-merged': {
    en: 'The sheet has merged cells ({ranges} ranges): what one says counts for each of its rows',
    'zh-CN': '工作表含合并单元格（共 {ranges} 处）：其值适用于所含的每一行',
    fr: 'La feuille a des cellules fusionnées ({ranges} plages) : leur valeur vaut pour chacune de leurs lignes',
  },
  'rows-hidden': {
    en: 'Hidden or filtered-out rows were read too[ ({count})]',
    'zh-CN': '隐藏或被筛选掉的行也已读取[（共 {count} 行）]',
    fr: 'Les lignes masquées ou filtrées ont été lues aussi[ ({count})]',
  },
  'columns-hidden': {
    en: 'Hidden columns were read too: {columns}',
    'zh-CN': '隐藏的列也已读取：{columns}',
    fr: 'Les colonnes masquées ont été lues aussi : {columns}',
  },
  'sheet-hidden': {
    en: 'The sheet is hidden; it was read too',
    'zh-CN': '该工作表处于隐藏状态，也已读取',
    fr: 'La feuille est masquée ; elle a été lue aussi',
  },
  'sheet-aside': {
    en: 'The sheet explains the template or shows an example and was left out',
    'zh-CN': '本工作表为模板的说明或示例，已跳过',
    fr: 'La feuille explique le modèle ou montre un exemple, elle a été laissée de côté',
  },
  'sheet-unmapped': {
    en: 'The sheet is not the one {mapping} is for and was left out',
    'zh-CN': '{mapping} 不用于本工作表，已跳过',
    fr: 'La feuille n’est pas celle de {mapping}, elle a été laissée de côté',
  },
  'columns-missing': {
    en: 'Columns of {mapping} that the file does not have: {columns}[; {count} in all]',
    'zh-CN': '{mapping} 所列而文件中没有的列：{columns}[；共 {count} 列]',
    fr: 'Colonnes de {mapping} que le fichier n’a pas : {columns}[ ; {count} en tout]',
  },
  'sheet-unknown': {
    en: 'The sheet is of no known format and was not checked[; nearest: {nearest}]',
    'zh-CN': '该工作表不属于任何已知格式，未予检查[；最接近：{nearest}]',
    fr: 'La feuille n’est d’aucun format connu et n’a pas été vérifiée[ ; le plus proche : {nearest}]',
  },
  'text-garbled': {
    en: 'The text was garbled before it came here: “{shown}”[, which was probably “{meant}”][; {count} places are like this]. Export it again as UTF-8',
    'zh-CN': '文本在来源处已成乱码：“{shown}”[，原文可能是“{meant}”][；此类共 {count} 处]。请以 UTF-8 重新导出',
    fr: 'Le texte était déjà altéré : « {shown} »[, sans doute « {meant} »][ ; {count} endroits sont ainsi]. Exportez-le de nouveau en UTF-8',
  },
  'status-told': {
    en: 'The status told is {code}[: {name}][ ({count} documents)]',
    'zh-CN': '回执状态为 {code}[：{name}][（共 {count} 份单证）]',
    fr: 'L’état annoncé est {code}[ : {name}][ ({count} documents)]',
  },
};
