"use strict";
{
    const PAUSE = 2000;
    const LIVE = "[data-live]";
    const live = document.querySelector(LIVE);
    let asking = false;

    // The page is asked for again as its address asks for it, and what was opened stays open.
    const renew = async () => {
        if (!asking && !document.hidden && !live.contains(document.activeElement)) {
            asking = true;
            try {
                const answer = await fetch(location.href, { cache: "no-store", headers: { Accept: "text/html" } });
                if (answer.ok) {
                    show(new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(LIVE));
                }
            } catch {
                // The time on the page tells how old it is.
            }
            asking = false;
        }
    };

    const show = (other) => {
        if (other) {
            const open = new Set(Array.from(live.querySelectorAll("details[open]"), (details) => details.id));
            other.querySelectorAll("details").forEach((details) => details.toggleAttribute("open", open.has(details.id)));
            live.replaceChildren(...other.childNodes);
        }
    };

    // Each look is told, and where that cannot be, the page asks by the clock.
    const follow = () => {
        const looks = new EventSource(live.dataset.live);
        looks.addEventListener("look", renew);
        addEventListener("pagehide", () => looks.close());
    };

    if (live.dataset.live && window.EventSource) {
        follow();
    } else {
        setInterval(renew, PAUSE);
    }
}
