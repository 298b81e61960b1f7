export { partners, placeCode, placeScheme, programmes, theme, THEMES, type Partner, type Programme, type Theme } from './schema.ts';
