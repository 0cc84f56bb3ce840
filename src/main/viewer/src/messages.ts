// What the buttons say into the conversation. A film costs money, so that the model and its user decide on it.
import type { Film } from "./film";
import { price } from "./words";

const PRICE = (film: Film): string =>
  `This card shows the price of the last one: ${price(film.cost)}. If it will be another, tell me before you order.`;

export function again(film: Film): string {
  const seed = film.seed === undefined ? "" : ` (the last one was ${film.seed})`;
  return (
    `Please make the film of task ${film.id} once more: call create_reference_video with the same request, a new` +
    ` request_id if there was one, and another seed${seed}. ${PRICE(film)}`
  );
}

export function vary(film: Film, wish: string): string {
  return (
    `Please make a variation of the film of task ${film.id}: call create_reference_video with the same request and` +
    ` references, changed in this alone: ${wish}\n${PRICE(film)}`
  );
}
