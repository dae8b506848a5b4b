import type { CommandHelp } from '../command-help.js';

export const programHelp: CommandHelp = {
  summary: {
    en: "Checks product listings and shipment files against China's cross-border e-commerce standards.",
    'zh-CN': '按中国跨境电子商务标准检查商品信息与货运文件。',
    fr: 'Vérifie fiches produits et fichiers d’expédition selon les normes chinoises du commerce électronique transfrontalier.',
  },
};
