// Poster, film and contact sheet.
import { byId, say, show } from "./dom";
import { type Film, dataAddress, firstContent } from "./film";
import type { Host } from "./host";
import { MOST_BYTES, bring, close, show as play } from "./player";
import { size } from "./words";

const JPEG = "image/jpeg";

export class Stage {
  private film: Film | undefined;
  private open = true;

  constructor(private readonly host: Host) {
    byId("play").onclick = () => void this.play();
  }

  /** A picture that is here already. */
  sheet(address: string): void {
    this.picture("sheet", address);
    byId<HTMLDetailsElement>("moments").open = true;
  }

  /** Sets the stage once the film is there. */
  set(film: Film): void {
    if (this.film?.id === film.id || film.status !== "succeeded" || !film.video) {
      return;
    }
    this.film = film;
    const bytes = film.video.bytes ?? 0;
    const comes = this.host.reads && bytes > 0 && bytes <= MOST_BYTES;
    show("stage", true);
    show("play", comes);
    byId("play").setAttribute("aria-label", `Play the film (${size(bytes)})`);
    byId("size").textContent = size(bytes);
    if (!comes) {
      const why = this.host.reads ? `It is too long for a card (${size(bytes)}).` : "This host lets no card read films.";
      say("loading", `${why} The file lies where it says below.`);
    }
    if (this.host.reads) {
      void this.fetch("poster");
      void (byId("sheet").hidden && this.fetch("sheet"));
    }
  }

  close(): void {
    this.open = false;
    close(byId<HTMLVideoElement>("film"));
  }

  private address(part: string): string {
    return `wan-video://tasks/${this.film?.id}/${part}`;
  }

  private async fetch(part: "poster" | "sheet"): Promise<void> {
    try {
      const address = dataAddress(JPEG, firstContent(await this.host.read(this.address(part))).blob);
      if (address) {
        this.picture(part, address);
      }
    } catch {
      // There is none, and the film can be seen without.
    }
  }

  private picture(part: "poster" | "sheet", address: string): void {
    byId<HTMLImageElement>(part).src = address;
    show(part, true);
    if (part === "sheet") {
      show("moments", true);
      return;
    }
    byId<HTMLVideoElement>("film").poster = address;
    show("still", byId("play").hidden === true && byId("film").hidden === true);
    byId<HTMLImageElement>("still").src = address;
  }

  private async play(): Promise<void> {
    const video = byId<HTMLVideoElement>("film");
    const button = byId<HTMLButtonElement>("play");
    button.disabled = true;
    try {
      const told = (share: number) => say("loading", `Loading the film: ${Math.round(share * 100)} %`);
      told(0);
      const bytes = this.film?.video?.bytes ?? 0;
      await play(video, await bring(this.host.read, this.address("film"), bytes, told, () => this.open));
      say("loading", undefined);
      show("play", false);
      show("film", true);
      video.focus();
      await video.play().catch(() => undefined);
    } catch {
      say("loading", "The film does not come through here. The file lies where it says below.");
      button.disabled = false;
    }
  }
}
