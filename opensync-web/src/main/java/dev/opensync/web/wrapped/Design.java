package dev.opensync.web.wrapped;

/** One look of the picture. Its colours stand here, not in tokens.css: a picture keeps them outside of the console. Each is red, green and blue in one number. */
enum Design {
    EMBER(Motif.RINGS, 0x1A0D07, 0x5A2410, 0xFFF3EA, 0xF0B79D, 0xE8754A),
    MIDNIGHT(Motif.DOTS, 0x0B1026, 0x1D2A5C, 0xEEF2FF, 0xA9B8E8, 0x7C9CF5),
    FOREST(Motif.WAVES, 0x0B1F17, 0x1E4D3A, 0xEFFAF3, 0xA6D4BC, 0x4FB286),
    PAPER(Motif.FRAME, 0xFDFBF7, 0xEFE9DD, 0x24201A, 0x665D50, 0xB4491E),
    TERMINAL(Motif.LINES, 0x060A06, 0x0C140C, 0xC9F7C9, 0x86B886, 0x3DDC4A),
    DAWN(Motif.SUN, 0xFFE3C2, 0xF5A88B, 0x3A1622, 0x6E3A45, 0xA82D50),
    SLATE(Motif.GRID, 0x15181D, 0x2A3038, 0xF2F4F7, 0xA9B2BE, 0xD9A441),
    PLUM(Motif.TRIANGLES, 0x1E0F2B, 0x45225F, 0xF8F0FF, 0xCBB0E0, 0xD77BA5),
    SEA(Motif.STEPS, 0xE8F6F8, 0xB5DEE4, 0x0C2F38, 0x35606A, 0x24766F),
    BLUEPRINT(Motif.STRIPES, 0x0F3B66, 0x0A2745, 0xEAF4FF, 0xA7C8E8, 0x63C7FF);

    final Motif motif;
    final int top;
    final int bottom;
    final int ink;
    final int faintInk;
    final int accent;

    Design(Motif motif, int top, int bottom, int ink, int faintInk, int accent) {
        this.motif = motif;
        this.top = top;
        this.bottom = bottom;
        this.ink = ink;
        this.faintInk = faintInk;
        this.accent = accent;
    }

    /** {@code number} from 0; any other stands for the one it is that many designs away from. */
    static Design of(int number) {
        return values()[Math.floorMod(number, values().length)];
    }
}
