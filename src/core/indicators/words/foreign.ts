import type { IndicatorId, Tier } from '../sighting.ts';

/** Scripts that do not part words: every group must have one of its forms within `span` characters. */
interface Cluster {
  id: IndicatorId;
  tier: Tier;
  span: number;
  groups: readonly (readonly string[])[];
}

/** `_` stands for a space inside a form. */
const forms = (text: string): string[] => text.split(' ').map((form) => form.replaceAll('_', ' '));

const RULES = forms(
  '指令 指示 提示词 提示 规则 規則 命令 说明 說明 プロンプト ルール 지시 명령 규칙 프롬프트',
);
const PRIOR = forms(
  '之前 以上 先前 前面 上面 所有 全部 系统 系統 以前 これまで 上記 すべて 全て システム 이전 위의 모든 앞의 시스템 기존',
);
const USER = forms('用户 用戶 使用者 人类 客户 客戶 ユーザ 利用者 お客 사용자 유저 고객');
const NOT = forms(
  '不要 不得 切勿 请勿 請勿 别 別 不能 无需 勿 禁止 不许 不可 ないで しないこと てはいけ ではいけ せずに 지_마 지마 지_말 지_않 안_됩 안_돼 没有 不让 不必 别让 別讓 못하게 않도록 伏せ 必要はありません 不用',
);
const TELL = forms(
  '告诉 告訴 告知 提及 透露 通知 提醒 知道 提到 说出 泄露 言わ 伝え 知らせ 教え 話さ 触れ 明かさ 말하 알리 언급 알려 밝히 보여주 눈치 言及 通知 发现 發現 察觉 察覺 得知',
);
const CLUSTERS: readonly Cluster[] = [
  {
    id: 'TP-06',
    tier: 'soft',
    span: 24,
    groups: [forms('忽略 无视 無視 忽視 忘记 忘記 不要理会 不要遵守 忘れ 무시 잊'), PRIOR, RULES],
  },
  { id: 'TP-08', tier: 'hard', span: 20, groups: [NOT, TELL, USER] },
  {
    id: 'TP-08',
    tier: 'hard',
    span: 12,
    groups: [
      forms('伏せ 保密 隐瞒 隱瞞 秘密 隠 内緒 비밀로 숨기 気づかれ 気付かれ 知られ 몰래 모르게 瞒着 瞞著'),
      USER,
    ],
  },
  {
    id: 'TP-08',
    tier: 'hard',
    span: 16,
    groups: [NOT, TELL, forms('回复 回覆 回答 答复 응답 답변 返信 応答')],
  },
  { id: 'TP-08', tier: 'soft', span: 8, groups: [forms('悄悄 偷偷 暗中 秘密地 こっそり ひそかに 몰래')] },
  {
    id: 'TP-09',
    tier: 'hard',
    span: 40,
    groups: [
      forms(
        '读取 讀取 读 讀 包含 附上 发送 發送 传递 提供 複製 复制 上传 読み 読ん 送信 含め 添付 渡し 읽 포함 전송 첨부 보내',
      ),
      forms('.ssh id_rsa /etc/passwd /etc/shadow .aws/ mcp.json .env 私钥 私鑰 秘密鍵 개인키 개인_키'),
    ],
  },
  {
    id: 'TP-10',
    tier: 'soft',
    span: 30,
    groups: [
      forms('之前 前に 전에'),
      forms('其他工具 任何工具 任何其他工具 他のツール 他のすべてのツール 다른_도구 모든_도구'),
    ],
  },
  {
    id: 'TP-13',
    tier: 'hard',
    span: 24,
    groups: [
      forms(
        '包含 附上 提供 传入 傳入 填入 发送 發送 写入 输出 含め 渡し 入力 送信 添付 출력 포함 전달 첨부 보내 입력',
      ),
      forms(
        '完整 全部 全履歴 全文 所有 整个 整個 原样 原文 逐字 すべて 全て 全体 そのまま 전체 모든 그대로 전문',
      ),
      forms(
        '对话 對話 聊天记录 聊天記錄 会话 系统提示 系統提示 会話 チャット履歴 システムプロンプト 대화 채팅 시스템_프롬프트',
      ),
    ],
  },
];

/** Whether a text has letters of a script that writes words without spaces, or Hangul. */
const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** Clusters in a text of such a script, each where it first stands. Linear in the text. */
export function clustersIn(text: string): { id: IndicatorId; tier: Tier; start: number; end: number }[] {
  if (!UNSPACED.test(text)) return [];
  const plain = text.replaceAll(/[\u200b-\u200d\u2060\ufeff]/g, '');
  return CLUSTERS.flatMap(({ id, tier, span, groups }) => {
    const places = placesOf(plain, groups);
    const start = places.length === groups.length ? nearest(places, span) : null;
    return start === null ? [] : [{ id, tier, start, end: Math.min(text.length, start + span) }];
  });
}

const MOST = 50;

function placesOf(text: string, groups: Cluster['groups']): number[][] {
  const places: number[][] = [];
  for (const group of groups) {
    const found = group.flatMap((form) => occurrences(text, form)).toSorted((a, b) => a - b);
    if (found.length === 0) return [];
    places.push(found);
  }
  return places;
}

function occurrences(text: string, form: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(form); at >= 0 && found.length < MOST; at = text.indexOf(form, at + 1))
    found.push(at);
  return found;
}

/** Where the first place of the first group stands that has one of each other group within reach. */
function nearest([first = [], ...others]: readonly number[][], span: number): number | null {
  for (const at of first) {
    const companions = others.map((places) => places.find((place) => Math.abs(place - at) <= span));
    if (companions.every((place) => place !== undefined)) return Math.min(at, ...companions.map(Number));
  }
  return null;
}
