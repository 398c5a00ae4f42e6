// What people are called by: offices, callings, groups. All words are folded (Simplified).

const OFFICES =
  '国家安全事务助理 国家安全顾问 国安顾问 新闻发言人 发言人 副发言人 新闻秘书 国务卿 副国务卿 助理国务卿 助卿 国务委员 总统 副总统 主席 副主席 国家主席 总书记 书记 总理 副总理 首相 副首相 外长 外交部长 副外长 防长 国防部长 财长 部长 副部长 商务部长 财政部长 司法部长 检察长 检察总长 总检察长 检察官 院长 副院长 局长 副局长 司长 司司长 处长 署长 厅长 市长 副市长 州长 省长 县长 区长 镇长 村长 校长 副校长 馆长 社长 会长 副会长 理事长 秘书长 副秘书长 理事 主任 副主任 主任委员 主委 副主委 委员 委员长 专员 高级专员 特首 行政长官 议长 副议长 议员 参议员 众议员 立委 立法委员 区议员 人大代表 代表 谈判代表 贸易代表 特使 特别代表 特派员 大使 公使 参赞 总领事 领事 外交官 高官 官员 司令 司令员 指挥官 将军 上将 中将 少将 上校 参谋长 总长 警司 总警司 高级警司 警务处长 警长 督察 总督察 法官 大法官 裁判官 首席法官 律师 大律师 资深大律师 代表律师 辩护律师 党魁 党主席 主教 枢机 牧师 神父 教宗 教皇 国王 女王 王储 亲王 酋长 达赖喇嘛 领袖 多数党领袖 少数党领袖 领导人 负责人 总干事 干事 总裁 副总裁 行政总裁 首席执行官 执行长 董事长 总经理 经理 主管 总监 董事 创办人 创始人 联合创始人 召集人 副召集人 发起人 主持人 组织者 高级顾问 顾问 幕僚长 助理 秘书 研究员 高级研究员 副研究员 研究院士 院士 教授 副教授 助理教授 讲座教授 客座教授 讲师 高级讲师 学者 博士 专家 分析师 分析员 分析人士 观察人士 观察家 评论员 评论人 评论家 时评人 经济学家 首席经济学家 历史学家 科学家 政治学者 作家 诗人 导演 歌手 演员 艺术家 记者 总编辑 主编 编辑 医生 医师 护士 教师 老师 社工 工程师 商人 企业家 店主 候选人 参选人 被告 原告 证人 目击者 遗孀 丈夫 妻子 太太 儿子 女儿 父亲 母亲 家属 家人 同学 居民 村民 市民 网民 网友 乘客 示威者 活动人士 维权人士 异见人士 异议人士 民运人士 人权律师 消息人士 知情人士 知情人 消息来源 匿名人士 外交人士 内部人士 业内人士 业界 成员 常委 党员 主管官员 行政会议成员 政委 武官 总工程师 召集人 船长 机长 队长 教练 球员 先生 女士 小姐 夫人 太太 校董 理事 当事人 受访者 法律顾问 执行主任 行政主任 项目主任 总书记 候任总统 当选总统 受害人 幸存者 志愿者 义工 学生 工作人员 警员 警官 老板 员工 职员 司机 农民 工人';
const GROUPS =
  '彭博 通讯社 日报 时报 晚报 周刊 电视台 电台 代表团 本台 本报 本刊 本网 双方 两国 两人 三方 各方 三国 二人 警方 警察 校方 院方 厂方 资方 劳方 控方 辩方 检方 港方 台方 日方 韩方 俄方 英方 法方 德方 印方 欧方 菲方 以方 巴方 伊方 朝方 澳方 加方 越方 乌方 中方 美方 陆方 官方 军方 当局 政府 港府 政府部门 外交部 国防部 国务院 商务部 财政部 公安部 教育部 卫生部 司法部 内政部 检察院 法院 法庭 法官 官媒 国会 议会 白宫 参议院 众议院 总统府 行政院 立法院 陆委会 海基会 国台办 港澳办 中联办 使馆 大使馆 总领馆 领事馆 央行 公司 集团 协会 学会 公会 工会 商会 委员会 基金会 联盟 组织 机构 大学 学院 研究所 研究院 智库 警察局 消防局 教会 教廷 梵蒂冈 反对派 在野党 执政党 主办方 主办单位 控辩双方 团体 人权组织 家长 外界 舆论 民众 公众 媒体 报章 卫生局 教育局 保安局 发展局 民政局 运输署 卫生署 惩教署 入境处 海关 海关总署 疾控中心 指挥中心 气象局 中心';

const list = (words: string): string =>
  [...new Set(words.split(' '))].toSorted((a, b) => b.length - a.length).join('|');

/** An office or calling, at `lastIndex`; `國務卿`. */
export const OFFICE = new RegExp(
  `${list(OFFICES)}|(?:临床)?(?:心理|社会|政治|经济|历史|天文|生物|病毒|人类|语言|法|哲|地质|气象|流行病|统计|物理|化)学家|驻[\\u4e00-\\u9fff]{1,4}?(?:大使|公使|总领事|代表)(?!馆|处|团)`,
  'y',
);
/** A body or group that stands for itself without a name, at `lastIndex`. */
export const GROUP = new RegExp(list(GROUPS), 'y');
/** A known office or group at the end of a longer one whose beginning is not known: 香港大學法律學院 教授. */
export const LONGER = new RegExp(
  `(?:(?![的了是在与向就被将把不说称指据但他她它们吗呢此这那其我你])[\\u4e00-\\u9fffa-z0-9·]){1,14}?(?:${list(`${OFFICES} ${GROUPS}`)})`,
  'y',
);
/** What may stand before an office: 時任, 前. */
export const PREFIX =
  /(?:前任?|时任|现任|候任|新任|署理|常务|首席|高级|资深|代理|已故|原|荷任|执行|副|退休|有关|相关|当地)/y;
/** What counts or picks out somebody unnamed: 一名, 多位; 有 is no part of the name. */
export const QUANTITY =
  /(?:[一两二三四五六七八九十数多几0-9]+(?:名|位|个|家)|另(?:外)?一?(?:名|位|个|家)|这(?:名|位|个|家)|那(?:名|位)|该(?:名|位)?|某(?:名|位|些)?|一些|不少|部分|许多|很多|众多|若干|多国|多家|多名)/y;

const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦柳邢路岳齐梅莫庄辛管祝左涂谷祁舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗台巫鞠僧桑荆谌银扬沙薜伏岑习胥保蔺邝区麦巢冒';
const COMPOUND = '欧阳|司徒|司马|诸葛|上官|皇甫|令狐|东方|尉迟|公孙|慕容|范徐|张简|林郑|叶刘|罗范|陈冯|陈方';
/** A Chinese name of two to four characters by its surname; whether it is one is for the reader to find out by what follows. */
export const CHINESE_NAME = new RegExp(
  `(?:${COMPOUND})[\\u4e00-\\u9fff]{1,2}|(?!周[一二三四五六日末]|于[今昨周日上下本早月年星会在0-9一二三四五六七八九十])[${SURNAMES}](?:某某?|(?![的了是不说称])[\\u4e00-\\u9fff](?:(?![的了是不说称])[\\u4e00-\\u9fff])?)`,
  'y',
);
/** A surname alone. */
export const isSurname = (char: string): boolean => SURNAMES.includes(char);

const SOUNDS =
  '惠翠紮扎伦雯蓓黛蒙薇芙妲娅莲蕾璐阿埃艾爱安昂奥澳巴柏班邦鲍贝本比彼毕宾波伯勃博布采查达戴丹当道德登邓迪狄蒂丁东杜顿多厄恩尔法凡范菲费芬冯佛夫弗福富盖甘冈高戈哥格根古圭果哈海汉豪赫黑亨洪侯胡华霍基吉季加贾简杰金卡凯坎康考柯科可克肯孔库夸拉莱赖兰朗劳勒雷蕾黎李里丽莉利连莲列林琳伶柳龙隆卢鲁伦罗洛吕马玛迈麦曼芒毛茅梅门蒙孟米密敏明摩莫默姆木穆纳娜乃南内尼妮宁纽农努诺欧帕派潘庞佩彭皮平珀普齐奇恰强乔切钦丘琼茹儒瑞萨塞赛桑森沙莎山珊尚绍舍申圣史舒朔斯丝思松苏索塔泰坦汤唐陶特滕提廷图托陀瓦万旺威韦维伟魏温文翁沃乌吾伍武西希锡夏香肖歇谢辛欣休许雪逊雅亚延扬耶叶伊易因英永尤于约泽扎詹珍芝朱茨兹祖佐';
/** A Latin name, or the part of a transliterated one that an interpunct or a hyphen ends. */
export const LATIN_NAME = /[a-z][a-z.'-]+(?: [a-z][a-z.'-]*){0,3}/y;
export const FIRST_NAMES = /(?:[一-鿿]{1,6}·|[a-z.]{1,4}·|[一-鿿]{1,4}-)+/y;
/** A transliterated name by its characters, behind an office only. */
export const SOUNDED_NAME = new RegExp(`[${SOUNDS}]{1,6}`, 'y');

/** The end of a sticky pattern's match at `at`, or -1. */
export function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match === null ? -1 : at + match[0].length;
}
