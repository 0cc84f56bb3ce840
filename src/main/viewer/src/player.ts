// Brings a film through the host, piece by piece, and plays it.
import { firstContent } from "./film";

/** Longer films are not worth the wait in a card. */
export const MOST_BYTES = 32_000_000;

const TYPE = "video/mp4";

type Read = (uri: string) => Promise<unknown>;

/**
 * The whole film.
 *
 * @param read reads a resource of the server through the host
 * @param wanted false once nobody waits any more
 */
export async function bring(
  read: Read,
  film: string,
  bytes: number,
  told: (share: number) => void,
  wanted: () => boolean,
): Promise<Blob> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let here = 0; here < bytes; ) {
    const piece = decoded(firstContent(await read(`${film}/${pieces.length + 1}`)).blob);
    if (!wanted() || piece.length === 0) {
      throw new Error("the film did not come through");
    }
    pieces.push(piece);
    here += piece.length;
    told(Math.min(1, here / bytes));
  }
  return new Blob(pieces, { type: TYPE });
}

function decoded(base64: unknown): Uint8Array<ArrayBuffer> {
  return typeof base64 === "string" ? Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)) : new Uint8Array(0);
}

/**
 * Shows the film. An address of the page's own makes it seekable at once, but hosts need only allow films that their
 * address carries in itself, so that is tried second.
 */
export async function show(video: HTMLVideoElement, film: Blob): Promise<void> {
  const own = URL.createObjectURL(film);
  try {
    await opened(video, own);
  } catch {
    URL.revokeObjectURL(own);
    await opened(video, await carried(film));
  }
}

function opened(video: HTMLVideoElement, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    video.onloadeddata = () => resolve();
    video.onerror = () => reject(new Error("the film does not play here"));
    video.src = address;
  });
}

function carried(film: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Error("the film does not play here"));
    reader.readAsDataURL(film);
  });
}

/** Ends playing and gives the memory back. */
export function close(video: HTMLVideoElement): void {
  video.pause();
  if (video.src.startsWith("blob:")) {
    URL.revokeObjectURL(video.src);
  }
  video.removeAttribute("src");
}
