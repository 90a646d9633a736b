package dev.opensync.search;

/** The meaning of a query, in the world of one model. */
final class QueryVector {

    private final long modelId;
    private final byte[] filled;

    QueryVector(long modelId, byte[] vector) {
        this.modelId = modelId;
        filled = PassageDocument.filled(vector);
    }

    long modelId() {
        return modelId;
    }

    /** The field of a passage it is compared with. */
    String field() {
        return PassageDocument.vectorField(filled);
    }

    byte[] filled() {
        return filled.clone();
    }
}
