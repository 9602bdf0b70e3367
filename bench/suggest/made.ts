import type { NotePath } from '../../src/core/note.ts'
import { notePath } from '../../src/core/path.ts'
import { Random } from '../random.ts'
import type { Texts } from './vault.ts'

/**
 * Notes in scripts without spaces, made by drawing: no vault in them is at hand that people wrote. They show that names and phrases are found
 * where no space parts words and short words are parts of longer ones; they say nothing of how people write.
 */
export function madeVaults(): readonly (readonly [name: string, texts: Texts])[] {
  return [
    ['japanese, made', make(JAPANESE, new Random(21))],
    ['chinese, made', make(CHINESE, new Random(22))],
  ]
}

interface Tongue {
  /** Words that belong together, a subject a row. */
  readonly subjects: readonly (readonly string[])[]
  /** Titles of a subject’s word. */
  readonly titles: readonly string[]
  /** Sentences with a word (`W`), another one (`V`) and perhaps a note (`N`). */
  readonly sentences: readonly string[]
  readonly linking: readonly string[]
}

const JAPANESE: Tongue = {
  subjects: [
    ['市場調査', '価格', '料金表', '顧客', '競合', '小規模チーム', '契約', '見積もり'],
    ['図書館', '蔵書', '貸出', '閲覧室', '司書', '目録', '児童書', '寄贈'],
    ['庭', '土壌', '種まき', '堆肥', 'トマト', '剪定', '水やり', '温室'],
    ['採用', '面接', '研修', '評価', '給与', '在宅勤務', '会議', '目標'],
    ['睡眠', '運動', '食事', '健康診断', '散歩', '呼吸法', '体重', '休息'],
    ['サーバー', '障害', '監視', 'バックアップ', '検索', '索引', '認証', '負荷試験'],
  ],
  titles: ['Wの考え方', 'Wの見直し', 'Wについて', 'W計画', '新しいW', 'Wの記録'],
  sentences: [
    '今日はWについて話した。',
    'WとVの関係はまだはっきりしない。',
    'Wを変える前にVを調べる必要がある。',
    '去年のWはうまくいかなかったが、Vのおかげで続けられた。',
    'Wの数字を集めて、Vと比べた。',
    '一番大切なのはWだと思う。',
  ],
  linking: [
    'この判断はNに基づいている。',
    '詳しくはNを見ること。',
    'Nで書いたように、Wは後回しにしない。',
    'NとVを合わせて考える。',
  ],
}

const CHINESE: Tongue = {
  subjects: [
    ['市场调研', '定价', '价目表', '客户', '竞争对手', '小团队', '合同', '报价'],
    ['图书馆', '藏书', '借阅', '阅览室', '馆员', '目录', '童书', '捐赠'],
    ['花园', '土壤', '播种', '堆肥', '番茄', '修剪', '浇水', '温室'],
    ['招聘', '面试', '培训', '绩效', '薪资', '远程办公', '会议', '目标'],
    ['睡眠', '运动', '饮食', '体检', '散步', '呼吸法', '体重', '休息'],
    ['服务器', '故障', '监控', '备份', '搜索', '索引', '认证', '压力测试'],
  ],
  titles: ['W的思路', '重新考虑W', '关于W', 'W计划', '新的W', 'W记录'],
  sentences: [
    '今天讨论了W。',
    'W和V之间的关系还不清楚。',
    '在改变W之前需要先了解V。',
    '去年的W并不顺利，但是靠V坚持了下来。',
    '收集了W的数据，并且与V作了比较。',
    '我认为最重要的是W。',
  ],
  linking: ['这个决定基于N。', '详情请看N。', '正如N所写，W不应该推迟。', '把N和V放在一起考虑。'],
}

const NEAR = 0.75
const NAMED_ONLY = 0.15

function make(tongue: Tongue, random: Random): Texts {
  const titles = tongue.subjects.map((words) =>
    words.flatMap((word) => tongue.titles.filter(() => random.next() < 0.6).map((title) => title.replace('W', word))),
  )
  const texts = new Map<NotePath, string>()
  for (const [subject, own] of titles.entries())
    for (const title of own)
      texts.set(notePath(`${title}.md`), `# ${title}\n\n${body(tongue, titles, subject, random)}`)
  return texts
}

function body(tongue: Tongue, titles: readonly (readonly string[])[], subject: number, random: Random): string {
  const paragraphs = Array.from({ length: 2 + Math.floor(random.next() * 3) }, () => {
    const plain = Array.from({ length: 3 }, () => filled(pick(tongue.sentences, random), tongue, subject, random))
    const where = random.next() < NEAR ? subject : Math.floor(random.next() * titles.length)
    const note = pick(titles[where] as readonly string[], random)
    const named = random.next() < NAMED_ONLY ? note : `[[${note}]]`
    plain.push(filled(pick(tongue.linking, random), tongue, where, random).replace('N', named))
    return plain.join('')
  })
  return `${paragraphs.join('\n\n')}\n`
}

function filled(sentence: string, { subjects }: Tongue, subject: number, random: Random): string {
  const words = subjects[subject] as readonly string[]
  return sentence.replace('W', pick(words, random)).replace('V', pick(words, random))
}

function pick<T>(from: readonly T[], random: Random): T {
  return from[Math.floor(random.next() * from.length)] as T
}
