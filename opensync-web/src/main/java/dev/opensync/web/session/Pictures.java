package dev.opensync.web.session;

import dev.opensync.session.TranscriptMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pictures of one message, numbered in their order: the page of a session only names them, and browsers come for each. */
final class Pictures {

    private final String messageId;
    private final List<String> data = new ArrayList<>();

    private Pictures(String messageId) {
        this.messageId = messageId;
    }

    /** The same pieces, with the message's id on outputs, and addresses in place of the data of pictures. */
    static List<Piece> named(TranscriptMessage message, List<Piece> pieces) {
        Pictures pictures = new Pictures(message.id());
        return pieces.stream().map(pictures::named).toList();
    }

    /** As a {@code data:} address. */
    static Optional<String> find(TranscriptMessage message, int number) {
        Pictures pictures = new Pictures(message.id());
        Pieces.of(message).forEach(pictures::named);
        return number >= 0 && number < pictures.data.size() ? Optional.of(pictures.data.get(number)) : Optional.empty();
    }

    private Piece named(Piece piece) {
        if (piece instanceof Piece.Plain plain && plain.block() instanceof Block.Picture picture) {
            return new Piece.Plain(named(picture));
        }
        if (piece instanceof Piece.Result result) {
            return named(result);
        }
        if (piece instanceof Piece.Call call && call.result() != null) {
            return new Piece.Call(call.id(), call.name(), call.arguments(), named(call.result()));
        }
        return piece;
    }

    private Piece.Result named(Piece.Result result) {
        Block.Output output = result.output();
        List<Block.Picture> named = output.pictures().stream().map(this::named).toList();
        return new Piece.Result(
                result.callId(), new Block.Output(output.text(), output.cutChars(), output.failed(), named, messageId));
    }

    private Block.Picture named(Block.Picture picture) {
        if (picture.source() == null) {
            return picture;
        }
        data.add(picture.source());
        return new Block.Picture("picture?id=" + messageId + "&at=" + (data.size() - 1), picture.reference());
    }
}
