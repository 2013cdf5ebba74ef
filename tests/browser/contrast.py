"""How well text can be told from what lies behind it, by the formula of WCAG 2.2."""

from playwright.async_api import Page

_MEASURE = """() => {
  const rgb = (color) => (color.match(/[\\d.]+/g) ?? []).map(Number);
  const channel = (value) => { const c = value / 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; };
  const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const behind = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const color = rgb(getComputedStyle(at).backgroundColor);
      if (color.length === 3 || color[3] === 1) return color;
    }
    return [255, 255, 255];
  };
  let worst = 21;
  for (const node of document.querySelectorAll("body *")) {
    const own = Array.from(node.childNodes).some((child) => child.nodeType === 3 && child.textContent.trim());
    if (!own || !node.offsetParent) continue;
    const [one, other] = [luminance(rgb(getComputedStyle(node).color)), luminance(behind(node))];
    worst = Math.min(worst, (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05));
  }
  return worst;
}"""


async def worst_contrast(page: Page) -> float:
    """The lowest ratio of any visible text on the page to its background, 1 to 21."""
    worst: float = await page.evaluate(_MEASURE)
    return worst
