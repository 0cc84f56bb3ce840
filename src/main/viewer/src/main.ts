// The page's life: what the host tells goes into the state, and the state onto the card.
import { App } from "@modelcontextprotocol/ext-apps";
import * as actions from "./actions";
import { type State, draw } from "./card";
import { type Film, firstContent, object, readPicture, readRequest, readResult, text, underway } from "./film";
import { Host } from "./host";
import { Stage } from "./stage";
import { fit } from "./surroundings";
import { Watch } from "./watch";

const app = new App(
  { name: "wan-video-viewer", version: "1" },
  { availableDisplayModes: ["inline", "fullscreen"] },
  { autoResize: true },
);
const host = new Host(app);
const stage = new Stage(host);
const state: State = { film: undefined, request: readRequest({}), broken: undefined, lost: false };
let connected = false;

const watch = new Watch(host.tool, told, () => {
  state.lost = true;
  redraw();
});

function redraw(): void {
  draw(state, host);
}

function told(film: Film): void {
  state.film = film;
  if (!connected) {
    return;
  }
  stage.set(film);
  redraw();
  if (film.id === undefined || !underway(film)) {
    watch.stop();
  } else if (host.asks && !state.lost) {
    watch.start(film.id);
  }
  if (film.id !== undefined && state.request.prompt === undefined && host.reads) {
    void askedFor(film.id);
  }
}

/** What was asked for, where the call of this card did not say. */
async function askedFor(id: string): Promise<void> {
  try {
    const task: unknown = JSON.parse(text(firstContent(await host.read(`wan-video://tasks/${id}`)).text) ?? "{}");
    state.request = readRequest(object(task).request);
    redraw();
  } catch {
    // The card does without.
  }
}

function asked(input: { arguments?: Record<string, unknown> }): void {
  state.request = readRequest(input.arguments);
  redraw();
}

app.ontoolinputpartial = asked;
app.ontoolinput = asked;
app.ontoolresult = (result) => {
  state.lost = false;
  const picture = readPicture(result);
  if (picture) {
    stage.sheet(picture);
  }
  told(readResult(result));
};
app.ontoolcancelled = () => {
  if (!state.film) {
    state.broken =
      "The call was broken off. Whether a film was ordered is not known here: ask the model to look with list_tasks.";
    redraw();
  }
};
app.onhostcontextchanged = () => {
  fit(app.getHostContext() ?? {});
  redraw();
};
app.onteardown = () => {
  watch.stop();
  stage.close();
  return {};
};

actions.connect(state, host, told, redraw);
redraw();
await app.connect();
connected = true;
fit(app.getHostContext() ?? {});
if (state.film) {
  told(state.film);
}
redraw();
