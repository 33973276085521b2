package dev.warroom.room;

/** What a key does in the search line of the catalog. */
final class Finding {

    private Finding() {}

    static Next typed(Room room, Key key) {
        Catalog catalog = room.catalog();
        return switch (key.kind()) {
            case ENTER -> Acting.on(room, Action.RUN);
            case UP -> Acting.on(room, Action.UP);
            case DOWN -> Acting.on(room, Action.DOWN);
            case PAGE_UP -> Acting.on(room, Action.PAGE_UP);
            case PAGE_DOWN -> Acting.on(room, Action.PAGE_DOWN);
            case TAB -> Acting.on(room, Action.NEXT_PANE);
            case BACK_TAB -> Acting.on(room, Action.PREVIOUS_PANE);
            case ESCAPE -> Next.of(left(room));
            case CONTROL ->
                    key.codePoint() == 'c'
                            ? Next.of(left(room))
                            : Next.of(room.with(catalog.searching(catalog.typed().typed(key))));
            case CHARACTER ->
                    switch (catalog.typed().text().isEmpty() ? key.codePoint() : 0) {
                        // Nothing that is sought begins with one of these.
                        case ':' -> Acting.on(room, Action.COMMAND);
                        case '?' -> Acting.on(room, Action.HELP);
                        default ->
                                Next.of(room.with(catalog.searching(catalog.typed().typed(key))));
                    };
            case BACKSPACE, DELETE, LEFT, RIGHT, HOME, END, OTHER ->
                    Next.of(room.with(catalog.searching(catalog.typed().typed(key))));
        };
    }

    static Next pasted(Room room, String text) {
        Catalog catalog = room.catalog();
        return Next.of(room.with(catalog.searching(catalog.typed().inserted(text.strip()))));
    }

    /** First what is typed goes, then the search line; during an incident, the catalog itself. */
    private static Room left(Room room) {
        Catalog catalog = room.catalog();
        if (!catalog.typed().text().isEmpty()) {
            return room.with(catalog.searching(Line.EMPTY));
        }
        return room.screen().choosing()
                ? room.with(room.screen().choosing(false))
                : room.with(catalog.typing(false));
    }
}
