import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { type Door, REMEMBERED_SECONDS } from './door.ts'
import { answerAtDoor } from './door-page.ts'
import { refuse } from './errors.ts'
import { isPageRequest, isSentFromElsewhere } from './sender.ts'

/** Carries the token to the browser, once. */
const TOKEN = 'token'
/** Says that the browser has been sent on by us, and would have shown its cookie. */
const SENT_ON = 'enter'
const LONGEST_FORM = 4096

export interface EntranceOptions {
  readonly door: Door
  /** The address that the server gives itself, such as `http://127.0.0.1:4280`. */
  readonly home: () => string
}

/**
 * Nobody comes in without a token, a password or a cookie, not even to the code of the app. A page says what to do instead; anything else is
 * refused in a sentence.
 */
export function entrance({ door, home }: EntranceOptions): MiddlewareHandler {
  const cookie = (): string => `notly-${new URL(home()).port}`
  const remember = (context: Context): void =>
    setCookie(context, cookie(), door.pass(), {
      path: '/',
      httpOnly: true,
      sameSite: 'Strict',
      maxAge: REMEMBERED_SECONDS,
    })
  const enter = (context: Context): Response => {
    remember(context)
    return context.redirect(withoutMarks(context), 303)
  }
  return async (context, next) => {
    const pass = getCookie(context, cookie()) ?? ''
    const isKnown = door.secondsLeft(pass) > 0
    if (showsToken(context, door)) return next()
    if (!isPageRequest(context)) {
      if (isKnown) return next()
      if (isPasswordForm(context, door)) return (await judgeGuess(context, door)) ?? enter(context)
      return refuse(context, 'refused', SHUT_OUT, 401)
    }
    const token = context.req.query(TOKEN)
    if (token !== undefined && (isKnown || door.takesToken(token))) return enter(context)
    if (isKnown) {
      if (context.req.query(SENT_ON) !== undefined) return context.redirect(withoutMarks(context), 303)
      if (door.isAging(pass)) remember(context)
      return next()
    }
    return sendOn(context, home()) ?? answerAtDoor(context, unknown(door, token !== undefined))
  }
}

const SHUT_OUT =
  'Notly does not know this browser any more: open the address that it printed in the terminal, then carry on here.'

function unknown(door: Door, hadToken: boolean) {
  const asksPassword = door.hasPassword
  if (asksPassword)
    return { status: 401, asksPassword, sentence: 'Type the password that it was started with.' } as const
  const sentence = hadToken
    ? 'This address was for an earlier start, or has been used. Open the one that Notly printed in the terminal when it started last.'
    : 'This browser has not been let in yet. Open the address that Notly printed in the terminal; from then on this one works too.'
  return { status: 401, asksPassword, sentence } as const
}

/** Programs show it with every request: `Authorization: Bearer TOKEN`. */
function showsToken(context: Context, door: Door): boolean {
  const token = /^Bearer (\S+)$/i.exec(context.req.header('authorization') ?? '')?.[1]
  return token !== undefined && door.takesToken(token)
}

function isPasswordForm(context: Context, door: Door): boolean {
  const { method, path } = context.req
  const type = context.req.header('content-type') ?? ''
  return (
    door.hasPassword && method === 'POST' && !path.startsWith('/api/') && type === 'application/x-www-form-urlencoded'
  )
}

/** @returns undefined when it is right */
async function judgeGuess(context: Context, door: Door): Promise<Response | undefined> {
  const length = Number(context.req.header('content-length') ?? Number.NaN)
  const form = length <= LONGEST_FORM ? new URLSearchParams(await context.req.text()) : undefined
  const isRight = await door.takesPassword(form?.get('password') ?? '')
  if (isRight) return undefined
  return isRight === undefined
    ? answerAtDoor(context, {
        status: 429,
        asksPassword: true,
        sentence: 'Too many try at once. Wait a little, then try again.',
      })
    : answerAtDoor(context, { status: 401, asksPassword: true, sentence: 'That is not the password. Try again.' })
}

/**
 * A browser that follows a link on a page elsewhere does not show its cookie, and one that calls us by another name has none for that.
 * Sent on by a page of ours to the address that we give ourselves, it shows what it has.
 */
function sendOn(context: Context, home: string): Promise<Response> | undefined {
  const here = new URL(context.req.url)
  if (context.req.query(SENT_ON) !== undefined || context.req.query(TOKEN) !== undefined) return undefined
  const isHome = context.req.header('host') === new URL(home).host
  if (isHome && !isSentFromElsewhere(context)) return undefined
  if (isHome) here.searchParams.set(SENT_ON, '')
  const to = new URL(placeOf(here), home)
  context.header('refresh', `0; url=${to.href}`)
  return answerAtDoor(context, { status: 401, asksPassword: false, sentence: 'One moment…' })
}

/** The same place, without what was said to get in. */
function withoutMarks(context: Context): string {
  const url = new URL(context.req.url)
  url.searchParams.delete(TOKEN)
  url.searchParams.delete(SENT_ON)
  return placeOf(url)
}

/** Never another host's: two slashes at the start would be one. */
function placeOf({ pathname, search }: URL): string {
  return pathname.replace(/^\/+/, '/') + search
}
