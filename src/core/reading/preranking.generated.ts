// Made by scripts/train/preranking.ts from the development sets. Do not edit.
/** Ranks all candidate sentences, of which only the best are measured. */
export const PRERANKING_MODEL = {"mean":[0.0925,0.1955,0.0662,0.0914,0.0376,0.0513,0.0489,-0.0359,0.9554,0.2643,0.2074,0.3427,0.2717],"scale":[0.1361,0.1695,0.1179,0.1736,0.1116,0.1422,0.0977,0.2169,0.1552,0.2087,0.1664,0.2729,0.2947],"direct":[0.585,0.3749,0.3453,0.3167,0.213,0.2899,0.02,0.1239,0.3972,1.1214,0.218,0.5012,0.4643],"hidden":[]};
