package dev.opensync.web.wrapped;

import dev.opensync.web.faces.Formats;
import dev.opensync.wrapped.Wrapped;
import dev.opensync.wrapped.Wrapped.Part;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;

/** Draws a wrapped in one design. Not for several threads at once. */
final class WrappedPicture {

    private static final int MARGIN = 62;
    private static final int INNER = Motif.WIDTH - 2 * MARGIN;
    private static final int FAINT = 34;
    private static final double BAR = 8;

    private static final Font PLAIN = font("inter-latin-400.ttf");
    private static final Font BOLD = font("inter-latin-700.ttf");
    /** For what the other fonts do not have, such as names in other scripts. */
    private static final Font ANY = new Font(Font.SANS_SERIF, Font.PLAIN, 1);

    private final Wrapped wrapped;
    private final Design design;
    private final UnaryOperator<String> texts;
    private final BufferedImage image = new BufferedImage(Motif.WIDTH, Motif.HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D out = image.createGraphics();

    /** {@code texts}: words by their keys in the texts of the console. */
    WrappedPicture(Wrapped wrapped, Design design, UnaryOperator<String> texts) {
        this.wrapped = wrapped;
        this.design = design;
        this.texts = texts;
    }

    /** As PNG. */
    void write(OutputStream target) throws IOException {
        out.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        out.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        out.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        background();
        head();
        if (wrapped.isEmpty()) {
            text(word("empty"), BOLD, 44, design.ink, MARGIN, 560, INNER);
        } else {
            figures();
            parts(word("models"), wrapped.models(), 720);
            providers(1030);
        }
        text("OpenSync", BOLD, 24, design.accent, MARGIN, 1135, INNER);
        out.dispose();
        ImageIO.write(image, "png", target);
    }

    private void background() {
        out.setPaint(new GradientPaint(0, 0, new Color(design.top), 0, Motif.HEIGHT, new Color(design.bottom)));
        out.fill(new Rectangle2D.Double(0, 0, Motif.WIDTH, Motif.HEIGHT));
        Graphics2D behind = (Graphics2D) out.create();
        behind.setColor(new Color((FAINT << 24) | design.accent, true));
        design.motif.draw(behind);
        behind.dispose();
    }

    private void head() {
        text(word("title_" + wrapped.period().name()), BOLD, 52, design.ink, MARGIN, 132, INNER);
        text(WrappedDates.of(wrapped), PLAIN, 24, design.faintInk, MARGIN, 172, INNER);
    }

    private void figures() {
        text(Formats.count(wrapped.usage().tokens()), BOLD, 138, design.accent, MARGIN, 345, INNER);
        text(word("tokens"), PLAIN, 26, design.faintInk, MARGIN, 385, INNER);
        figure("prompt", Formats.count(wrapped.usage().promptTokens()), 0, 470);
        figure("completion", Formats.count(wrapped.usage().completionTokens()), 1, 470);
        figure("cost", Formats.money(wrapped.usage().costMicros()), 2, 470);
        figure("sessions", Formats.count(wrapped.usage().sessions()), 0, 585);
        figure("messages", Formats.count(wrapped.usage().messages()), 1, 585);
        figure("time", Formats.duration(wrapped.usage().durationMs()), 2, 585);
    }

    private void figure(String key, String value, int column, int y) {
        double width = INNER / 3.0;
        double x = MARGIN + column * width;
        text(value, BOLD, 36, design.ink, x, y, width - 12);
        text(word(key), PLAIN, 19, design.faintInk, x, y + 30, width - 12);
    }

    private void parts(String title, List<Part> parts, int y) {
        text(title, PLAIN, 22, design.faintInk, MARGIN, y, INNER);
        long most = parts.stream().mapToLong(Part::tokens).max().orElse(0);
        int line = y + 40;
        for (Part part : parts) {
            text(part.name(), BOLD, 22, design.ink, MARGIN, line, INNER - 120);
            right(Formats.count(part.tokens()), line);
            out.setColor(new Color(design.accent));
            double width = most == 0 ? BAR : Math.max(BAR, INNER * (double) part.tokens() / most);
            out.fill(new RoundRectangle2D.Double(MARGIN, line + 9, width, BAR, BAR, BAR));
            line += 52;
        }
    }

    private void providers(int y) {
        text(word("providers"), PLAIN, 22, design.faintInk, MARGIN, y, INNER);
        String names = String.join(
                "  ·  ", wrapped.providers().stream().map(Part::name).toList());
        text(names, BOLD, 24, design.ink, MARGIN, y + 36, INNER);
    }

    private void right(String text, double y) {
        Font font = PLAIN.deriveFont(22f);
        double width = font.getStringBounds(text, out.getFontRenderContext()).getWidth();
        text(text, PLAIN, 22, design.faintInk, MARGIN + INNER - width, y, width + 1);
    }

    /** Smaller, and at last cut, where it is wider than {@code room}. */
    private void text(String text, Font family, double size, int color, double x, double y, double room) {
        Font usable = family.canDisplayUpTo(text) < 0 ? family : ANY;
        Font font = usable.deriveFont((float) size);
        double width = width(text, font);
        if (width > room) {
            font = usable.deriveFont((float) Math.max(size * 0.6, size * room / width));
        }
        String shown = text;
        while (width(shown, font) > room && shown.length() > 2) {
            shown = shown.substring(0, shown.length() - 2) + "…";
        }
        out.setFont(font);
        out.setColor(new Color(color));
        out.drawString(shown, (float) x, (float) y);
    }

    private double width(String text, Font font) {
        return font.getStringBounds(text, out.getFontRenderContext()).getWidth();
    }

    private String word(String key) {
        return texts.apply("wrapped_" + key);
    }

    private static Font font(String name) {
        try (InputStream file = Objects.requireNonNull(WrappedPicture.class.getResourceAsStream(name))) {
            return Font.createFont(Font.TRUETYPE_FONT, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("The font shipped with the picture cannot be read: " + name, e);
        }
    }
}
