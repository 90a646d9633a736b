package dev.opensync.eval.dataset;

import dev.opensync.eval.cases.CaseChoice;
import dev.opensync.eval.cases.CaseCounts;
import dev.opensync.eval.cases.Conversation;
import dev.opensync.eval.cases.EvalCase;
import dev.opensync.eval.cases.ExportOptions;
import dev.opensync.eval.cases.SpokenMessage;
import dev.opensync.eval.cases.TestCases;
import dev.opensync.eval.cases.Walk;
import dev.opensync.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** Puts one session after the other into a new version, in pieces that fit into memory, and takes its fingerprint. */
final class VersionFilling {

    private static final int MOST_MESSAGES = 200;
    private static final long MOST_CHARS = 1_000_000;
    private static final int EXCERPT_CHARS = 200;

    private final DatasetService service;
    private final NewVersion version;
    private final ExportOptions options;
    private final MessageDigest fingerprint = Sha256.digest();
    private int sessions;
    private int testCases;

    VersionFilling(DatasetService service, NewVersion version, ExportOptions options) {
        this.service = service;
        this.version = version;
        this.options = options;
    }

    /** Left out if none of its messages counts, or none of its test cases is meant. */
    void add(Conversation whole) {
        Iterable<SpokenMessage> kept = Walk.matching(whole.messages(), options::keep);
        CaseCounts counts = CaseCounts.of(kept, options);
        Conversation conversation = whole.with(settled(whole.with(kept)), kept);
        boolean isEmpty = conversation.choice().only()
                && conversation.choice().sequences().isEmpty();
        if (counts.messages() == 0 || isEmpty) {
            return;
        }
        sessions++;
        String content = StoredConversation.text(conversation, counts);
        digest(fingerprint, content);
        service.addSession(version, sessions, content);
        addMessages(kept);
        addCases(conversation);
    }

    /** Whichever are meant now are named, so that nobody has to find out later. */
    private CaseChoice settled(Conversation conversation) {
        if (conversation.choice().isAll()) {
            return CaseChoice.ALL;
        }
        Set<Integer> meant = new HashSet<>();
        new TestCases(conversation, options).forEach(testCase -> meant.add(testCase.sequence()));
        return new CaseChoice(true, meant);
    }

    private void addMessages(Iterable<SpokenMessage> messages) {
        List<SpokenMessage> some = new ArrayList<>();
        long chars = 0;
        int first = 1;
        for (SpokenMessage message : messages) {
            digest(fingerprint, message.role() + " " + message.createdAt() + " " + message.text());
            message.tools().forEach(part -> digest(fingerprint, part.type() + " " + part.content()));
            some.add(message);
            chars += message.chars();
            if (some.size() == MOST_MESSAGES || chars > MOST_CHARS) {
                service.addMessages(version, sessions, first, some);
                first += some.size();
                chars = 0;
                some.clear();
            }
        }
        if (!some.isEmpty()) {
            service.addMessages(version, sessions, first, some);
        }
    }

    private void addCases(Conversation conversation) {
        List<NewCase> some = new ArrayList<>();
        for (EvalCase one : new TestCases(conversation, options)) {
            some.add(new NewCase(one.sequence(), hash(one), excerpt(one)));
            testCases++;
            if (some.size() == MOST_MESSAGES) {
                service.addCases(version, sessions, conversation.sessionId(), some);
                some.clear();
            }
        }
        if (!some.isEmpty()) {
            service.addCases(version, sessions, conversation.sessionId(), some);
        }
    }

    private static String hash(EvalCase one) {
        MessageDigest digest = Sha256.digest();
        one.input().forEach(piece -> digest(digest, piece));
        digest(digest, "");
        one.answer().forEach(piece -> digest(digest, piece));
        String expected = one.conversation().expectedOutput();
        digest(digest, expected == null ? "" : expected);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String excerpt(EvalCase one) {
        String question = one.input().iterator().next().strip();
        int chars = question.codePointCount(0, question.length());
        return question.substring(0, question.offsetByCodePoints(0, Math.min(chars, EXCERPT_CHARS)));
    }

    /** With its length before it, so that no two series of texts look the same. */
    private static void digest(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    boolean isEmpty() {
        return sessions == 0;
    }

    void complete() {
        digest(fingerprint, StoredOptions.text(options));
        service.complete(version, sessions, testCases, HexFormat.of().formatHex(fingerprint.digest()));
    }
}
