export { INDICATORS, indicatorOf, type Indicator, type IndicatorKey } from './rules/definitions.ts';
export { widestLevel, type Level } from './rules/level.ts';
