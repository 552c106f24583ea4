/* On the desk's first page: what an earlier page typed and could not send goes to the server, and the page is read anew to show it.
   [data-delivery] holds the address and the account. */
"use strict";

document.addEventListener("DOMContentLoaded", async () => {
  const { delivery, account } = document.querySelector("[data-delivery]").dataset;
  const token = document.querySelector("input[name=csrfmiddlewaretoken]").value;

  const post = async (facts) => {
    const body = new FormData();
    Object.entries({ csrfmiddlewaretoken: token, ...facts }).forEach(([name, value]) => body.set(name, value));
    const response = await fetch(delivery, { method: "POST", body, redirect: "manual" });
    if (!response.ok) throw new Error(response.statusText || "signed out");
    return response.json();
  };

  const kept = await new window.Outbox(account).deliver(post);
  if (kept.length) location.reload();
});
