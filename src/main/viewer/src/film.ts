// What the server tells of a film. Results are read with care: whatever is not of the expected kind counts as not told.

export type Json = Record<string, unknown>;

export type Cost = { low?: number; high?: number; charged?: string; chargedUsd?: number };
export type Video = {
  path?: string;
  url?: string;
  bytes?: number;
  fetched?: number;
  width?: number;
  height?: number;
  seconds?: number;
  hasPoster: boolean;
};
export type Trouble = { category: string; message: string; violations: string[] };
export type Film = {
  id?: string;
  status?: string;
  provider?: string;
  percent?: number;
  etaSeconds?: number;
  seed?: number;
  cost?: Cost;
  video?: Video;
  trouble?: Trouble;
  planned: boolean;
  warnings: string[];
  nextStep?: string;
  /** The answer in words, for what has no facts. */
  text: string;
};
export type Member = { name: string; about: string };
export type Request = { prompt?: string; cast: Member[]; format: string };

const ENDS = ["succeeded", "failed", "cancelled"];
const ID = /^[\w-]{1,100}$/;

export const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
export const object = (value: unknown): Json => (isObject(value) ? value : {});
export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
export const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;
const number = (value: unknown): number | undefined =>
  typeof value === "number" && Number.isFinite(value) ? value : undefined;
const texts = (value: unknown): string[] => list(value).flatMap((each) => text(each) ?? []);

/** Whether nothing more happens by itself. */
export const ended = (film: Film): boolean => film.status !== undefined && ENDS.includes(film.status);

/** Whether somebody works on it. */
export const underway = (film: Film): boolean => film.id !== undefined && film.status !== undefined && !ended(film);

/** Reads the result of `create_reference_video`, `get_task` or `cancel_task`. */
export function readResult(result: unknown): Film {
  const words = contents(result)
    .flatMap((each) => (each.type === "text" ? (text(each.text) ?? []) : []))
    .join("\n");
  return { ...readFacts(object(object(result).structuredContent)), text: words };
}

/** The picture that came with an answer, as an address of its own. */
export function readPicture(result: unknown): string | undefined {
  const picture = contents(result).find((each) => each.type === "image" && each.mimeType === "image/jpeg");
  return picture && dataAddress("image/jpeg", picture.data);
}

export function readFacts(facts: Json): Film {
  const id = text(facts.task_id);
  return {
    id: id !== undefined && ID.test(id) ? id : undefined,
    status: text(facts.status),
    provider: text(facts.provider),
    percent: number(facts.progress),
    etaSeconds: number(facts.eta_seconds),
    seed: number(facts.seed),
    cost: isObject(facts.cost) ? readCost(facts.cost) : undefined,
    video: isObject(facts.video) ? readVideo(facts.video) : undefined,
    trouble: isObject(facts.error) ? readTrouble(facts.error) : undefined,
    planned: isObject(object(facts.plan).request),
    warnings: texts(facts.warnings),
    nextStep: text(facts.next_step),
    text: "",
  };
}

function readCost(cost: Json): Cost {
  return {
    low: number(cost.quoted_usd_low),
    high: number(cost.quoted_usd_high),
    charged: text(cost.charged),
    chargedUsd: number(cost.charged_usd),
  };
}

function readVideo(video: Json): Video {
  return {
    path: text(video.path),
    url: text(video.url),
    bytes: number(video.bytes),
    fetched: number(video.fetched_bytes),
    width: number(video.width),
    height: number(video.height),
    seconds: number(video.duration_seconds),
    hasPoster: text(video.poster_path) !== undefined,
  };
}

function readTrouble(error: Json): Trouble {
  const violations = list(error.violations).map(object);
  return {
    category: text(error.category) ?? "error",
    message: text(error.message) ?? "",
    violations: violations.map(
      (each) => `${text(each.field) ?? "?"}: ${text(each.value) ?? "-"} (${text(each.limit) ?? "not allowed"})`,
    ),
  };
}

/** Reads what was asked for: the arguments of `create_reference_video`, complete or not, or a task's `request`. */
export function readRequest(asked: unknown): Request {
  const request = object(asked);
  const format = [text(request.aspect_ratio), text(request.resolution), seconds(request.duration)];
  return {
    prompt: text(request.prompt),
    cast: list(unwrapped(request.references)).map((each, index) => member(object(each), index)),
    format: format.filter(Boolean).join(", "),
  };
}

function member(reference: Json, index: number): Member {
  const kind = text(reference.kind) ?? (reference.video === undefined ? "image" : "video");
  const voiced = reference.voiced === true || text(reference.voice) !== undefined;
  return {
    name: text(reference.name) ?? `${kind} ${index + 1}`,
    about: `${text(reference.role) ?? "character"} from ${kind === "video" ? "a clip" : "a picture"}${voiced ? ", with a voice" : ""}`,
  };
}

/** Some models send lists as text. */
function unwrapped(value: unknown): unknown {
  try {
    return typeof value === "string" ? JSON.parse(value) : value;
  } catch {
    return [];
  }
}

function seconds(value: unknown): string | undefined {
  const told = number(value) ?? Number(text(value));
  return Number.isFinite(told) ? `${told} s` : undefined;
}

const contents = (result: unknown): Json[] => list(object(result).content).map(object);

/** The first content of a resource. */
export const firstContent = (result: unknown): Json => object(list(object(result).contents)[0]);

/** An address that carries a file in itself; undefined when it is not Base64. */
export function dataAddress(type: string, base64: unknown): string | undefined {
  return typeof base64 === "string" && /^[A-Za-z0-9+/]+={0,2}$/.test(base64)
    ? `data:${type};base64,${base64}`
    : undefined;
}
