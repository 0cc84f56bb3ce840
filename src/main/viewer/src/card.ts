// Writes what is known of a film onto the page.
import { byId, define, fill, say, show } from "./dom";
import { type Film, type Request, ended, underway } from "./film";
import type { Host } from "./host";
import * as words from "./words";

export type State = {
  film: Film | undefined;
  request: Request;
  /** Why the call that this card belongs to brought nothing. */
  broken: string | undefined;
  /** Nobody answers for the film any more. */
  lost: boolean;
};

export function draw(state: State, host: Host): void {
  const { film, request } = state;
  const said = film ? words.status(film) : state.broken ? "Stopped" : "Being asked for";
  say("status", said);
  byId("card").dataset.status = film?.status ?? (film?.trouble || state.broken ? "failed" : "none");
  drawProgress(film);
  drawTrouble(state, host);
  say("prompt", request.prompt);
  fill("cast", request.cast.map((member) => `${member.name}: ${member.about}`));
  define("facts", [
    film?.planned ? ["Price", words.price(film.cost)] : ["Cost", film?.cost && words.charge(film.cost)],
    ["Made by", film?.provider],
    ["Asked for", request.format],
    ["Film", film?.video && ended(film) ? words.picture(film.video) : undefined],
    ["File", film?.video?.path],
    ["Seed", film?.seed?.toString()],
    ["Task", film?.id],
  ]);
  fill("notes", film?.warnings ?? []);
  drawActions(state, host);
  announce(said, film);
}

function drawProgress(film: Film | undefined): void {
  const running = film !== undefined && underway(film) && film.status !== "submission_unknown";
  show("progress", running);
  if (running) {
    const bar = byId<HTMLProgressElement>("bar");
    if (film.percent === undefined) {
      bar.removeAttribute("value");
    } else {
      bar.value = film.percent;
    }
    say("left", words.progress(film));
  }
}

function drawTrouble({ film, broken, lost }: State, host: Host): void {
  const first = film?.trouble ? `${film.trouble.category}: ${film.trouble.message}` : broken;
  show("trouble", first !== undefined);
  say("why", first);
  fill("violations", film?.trouble?.violations ?? []);
  say("next", first && film?.nextStep && `The model was told: ${film.nextStep}`);
  const blind = film !== undefined && underway(film) && (lost || !host.asks);
  say("blind", blind ? "This card cannot look by itself: ask the model to look at the film again." : undefined);
  say("plain", film && !film.status && !film.trouble ? film.text : undefined);
}

function drawActions({ film }: State, host: Host): void {
  const done = film?.id !== undefined && ended(film);
  const price = film ? words.price(film.cost) : "";
  show("actions", film?.id !== undefined);
  byId("again").textContent = `Again with another seed (${price})`;
  byId("vary").textContent = `Vary (${price})`;
  for (const id of ["again", "vary", "wish"]) {
    byId<HTMLButtonElement>(id).disabled = !done || !host.speaks;
  }
  say("hint", hint(done, host));
  show("cancel", film !== undefined && underway(film) && host.asks);
  const playable = film?.status === "succeeded" && film.video !== undefined;
  show("save", playable && host.saves);
  show("open", linked(film) !== undefined && host.opens);
}

function hint(done: boolean, host: Host): string {
  if (!host.speaks) {
    return "This host takes no messages from a card: ask the model for another film.";
  }
  return done
    ? "Both ask the model in the conversation; nothing is ordered without it."
    : "Possible when this film is finished.";
}

/** Where the provider keeps the film, if that may be opened. */
export function linked(film: Film | undefined): string | undefined {
  const url = film?.video?.url;
  return url?.startsWith("https://") ? url : undefined;
}

/** For who listens to the page: each change of status, and every quarter. */
function announce(said: string, film: Film | undefined): void {
  const quarter = film && underway(film) && film.percent !== undefined ? Math.floor(film.percent / 25) * 25 : 0;
  say("live", quarter > 0 ? `${said}, ${quarter} percent` : said);
  byId("live").hidden = false;
}
