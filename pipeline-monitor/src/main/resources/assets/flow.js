"use strict";
{
    const PAUSE = 2000;
    const LIVE = "[data-live]";
    const live = document.querySelector(LIVE);

    // The page is asked for again as its address asks for it, and what was opened stays open.
    const renew = async () => {
        if (!document.hidden && !live.contains(document.activeElement)) {
            try {
                const answer = await fetch(location.href, { cache: "no-store", headers: { Accept: "text/html" } });
                if (answer.ok) {
                    show(new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(LIVE));
                }
            } catch {
                // The time on the page tells how old it is.
            }
        }
        setTimeout(renew, PAUSE);
    };

    const show = (other) => {
        if (other) {
            const open = new Set(Array.from(live.querySelectorAll("details[open]"), (details) => details.id));
            other.querySelectorAll("details").forEach((details) => details.toggleAttribute("open", open.has(details.id)));
            live.replaceChildren(...other.childNodes);
        }
    };

    setTimeout(renew, PAUSE);
}
