/*
 * What the build bundles of the folder `page` (build/report-page.js) and `#report-page` stands for, as types:
 * the script and the style as text, and the content security policy that lets exactly these two run.
 */
export declare const script: string;
export declare const style: string;
export declare const policy: string;
