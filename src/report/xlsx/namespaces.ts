export const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const packageTypes = 'http://schemas.openxmlformats.org/package/2006/content-types';

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
