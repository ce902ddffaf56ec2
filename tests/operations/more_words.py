"""Command lines for operations that no example reaches, by the command."""

from __future__ import annotations

MORE: dict[str, tuple[str, ...]] = {
    "contacts list": ("intercom contacts list --limit 2",),
    "contacts get": ("intercom contacts get 6762f0dd1bb69f9f2193bb83",),
    "conversations list": ("intercom conversations list --limit 2",),
    "custom-objects get": ("intercom custom-objects get 1 --type Order",),
    "custom-objects delete": ("intercom custom-objects delete 1 --type Order",),
    "companies get": ("intercom companies get 6762f0dd1bb69f9f2193bb83",),
}
