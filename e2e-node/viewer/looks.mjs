// What can be said of a page's looks by measuring.

/** Texts whose colours are too close for the second level of the accessibility guidelines (WCAG 2.2, 1.4.3). */
export function contrasts(view) {
  return view.evaluate(() => {
    const numbers = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const light = (colour) => {
      const [r, g, b] = numbers(colour).map((part) => (part / 255 <= 0.03928 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const behind = (element) => {
      for (let each = element; each; each = each.parentElement) {
        const colour = getComputedStyle(each).backgroundColor;
        if (numbers(colour)[3] !== 0) return colour;
      }
      return "rgb(255, 255, 255)";
    };
    const ratio = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    return [...document.querySelectorAll("main *")]
      .filter((each) => each.checkVisibility() && !each.closest("#play, :disabled"))
      .filter((each) => [...each.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim()))
      .map((each) => ({ text: each.textContent.slice(0, 40), ratio: ratio(light(getComputedStyle(each).color), light(behind(each))) }))
      .filter((each) => !(each.ratio >= 4.5));
  });
}

/** What sticks out at the right. */
export function overflow(view) {
  return view.evaluate(() =>
    [...document.querySelectorAll("body *")]
      .filter((each) => each.checkVisibility() && each.getBoundingClientRect().right > innerWidth + 0.5)
      .map((each) => each.id || each.tagName));
}

/** Presses Tab so many times from the top; where each press led within the card, and whether that can be seen. */
export async function walked(card, presses) {
  const reached = [];
  for (let i = 0; i < presses; i++) {
    await card.page.keyboard.press("Tab");
    const now = await card.view.evaluate(() => {
      const { activeElement } = document;
      if (!document.hasFocus() || activeElement === document.body) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(activeElement);
      return { id: activeElement.id || activeElement.tagName, ring: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 };
    });
    if (now && !reached.some(({ id }) => id === now.id)) reached.push(now);
  }
  return reached;
}
