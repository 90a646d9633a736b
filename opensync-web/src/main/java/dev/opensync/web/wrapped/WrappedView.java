package dev.opensync.web.wrapped;

import dev.opensync.web.faces.Formats;
import dev.opensync.web.faces.PageTexts;
import dev.opensync.web.security.SignedInAccount;
import dev.opensync.wrapped.Wrapped;
import dev.opensync.wrapped.Wrapped.Part;
import dev.opensync.wrapped.WrappedPeriod;
import dev.opensync.wrapped.WrappedService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The reader's last day or year, and the picture of it. */
@Named
@RequestScoped
public class WrappedView {

    @Inject
    WrappedService service;

    @Inject
    SignedInAccount signedIn;

    @Inject
    InstantSource clock;

    private @Nullable String period;
    private @Nullable String chosen;
    private @Nullable Wrapped wrapped;

    /** One figure in words, for who cannot see the picture. */
    public record Line(String key, String value) {}

    /** Answers the request with the picture. */
    public void write() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext answer = faces.getExternalContext();
        answer.setResponseContentType("image/png");
        answer.setResponseHeader("Content-Disposition", "inline; filename=\"" + getFileName() + "\"");
        new WrappedPicture(get(), Design.of(getDesign()), PageTexts::get).write(answer.getResponseOutputStream());
        faces.responseComplete();
    }

    private Wrapped get() {
        if (wrapped == null) {
            wrapped = service.of(signedIn.getId(), isYear() ? WrappedPeriod.YEAR : WrappedPeriod.DAY);
        }
        return wrapped;
    }

    public boolean isNothing() {
        return get().isEmpty();
    }

    public String getDates() {
        return WrappedDates.of(get());
    }

    public List<Line> getLines() {
        Wrapped shown = get();
        return List.of(
                new Line("tokens", Formats.grouped(shown.usage().tokens())),
                new Line("prompt", Formats.grouped(shown.usage().promptTokens())),
                new Line("completion", Formats.grouped(shown.usage().completionTokens())),
                new Line("sessions", Formats.grouped(shown.usage().sessions())),
                new Line("messages", Formats.grouped(shown.usage().messages())),
                new Line("cost", Formats.money(shown.usage().costMicros())),
                new Line("time", Formats.duration(shown.usage().durationMs())),
                new Line("models", names(shown.models())),
                new Line("providers", names(shown.providers())));
    }

    private static String names(List<Part> parts) {
        return String.join(", ", parts.stream().map(Part::name).toList());
    }

    public String getFileName() {
        return "opensync-wrapped-" + today() + ".png";
    }

    public List<Integer> getDesigns() {
        return IntStream.range(0, Design.values().length).boxed().toList();
    }

    public boolean isYear() {
        return "year".equals(period);
    }

    /** {@code day} unless the address says {@code year}. */
    public String getPeriod() {
        return isYear() ? "year" : "day";
    }

    public void setPeriod(@Nullable String period) {
        this.period = period;
    }

    /** From 0; another one each day unless one is chosen. */
    public int getDesign() {
        return Stream.ofNullable(chosen)
                .filter(number -> number.matches("\\d"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElseGet(() -> today().getDayOfMonth() % Design.values().length);
    }

    /** Number of the design that is asked for; null for that of the day. */
    public @Nullable String getChosen() {
        return chosen;
    }

    public void setChosen(@Nullable String chosen) {
        this.chosen = chosen;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
