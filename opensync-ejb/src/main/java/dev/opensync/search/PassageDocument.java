package dev.opensync.search;

import java.util.Arrays;
import java.util.List;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Searchable;
import org.hibernate.search.engine.backend.types.VectorSimilarity;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.DocumentId;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FullTextField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.GenericField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.KeywordField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.SearchEntity;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.VectorField;
import org.jspecify.annotations.Nullable;

/**
 * A passage as the index keeps it, with what is asked of its session and messages under the names of
 * {@link MessageDocument}. Its vector stands in the field of its size, so that models of any size live in one index.
 */
@SearchEntity
@Indexed(index = "passage")
public class PassageDocument {

    /** The fields there are. A vector is filled up with zeros to the next size, which changes no angle. */
    private static final List<Integer> SIZES = List.of(384, 768, 1024, 1536, 3072, 4096);

    @DocumentId
    String id = "";

    /** See {@link MessageDocument#accountId}. */
    @KeywordField
    String accountId = "";

    /** See {@link MessageDocument#generation}. */
    @GenericField
    long generation;

    /** Vectors of other models are from another world. */
    @KeywordField
    String modelId = "";

    @GenericField
    long sessionId;

    /** Of its first message. */
    @GenericField
    int sequence;

    /** Of each message, like the role and so on. */
    @GenericField
    List<Long> createdMs = List.of();

    @GenericField
    boolean shared;

    @GenericField
    boolean eval;

    @KeywordField
    String status = "";

    @KeywordField
    List<String> tag = List.of();

    @KeywordField
    List<String> role = List.of();

    @FullTextField(analyzer = CodeAnalysis.NAME)
    @Nullable
    String source;

    @FullTextField(analyzer = CodeAnalysis.NAME)
    List<String> model = List.of();

    @FullTextField(analyzer = CodeAnalysis.NAME)
    List<String> project = List.of();

    @FullTextField(analyzer = CodeAnalysis.NAME)
    List<String> tool = List.of();

    @FullTextField(analyzer = CodeAnalysis.NAME)
    @Nullable
    String text;

    /** What is shown of it. */
    @KeywordField(searchable = Searchable.NO, projectable = Projectable.YES)
    String beginning = "";

    @VectorField(dimension = 384, vectorSimilarity = VectorSimilarity.COSINE)
    byte @Nullable [] vector384;

    @VectorField(dimension = 768, vectorSimilarity = VectorSimilarity.COSINE)
    byte @Nullable [] vector768;

    @VectorField(dimension = 1024, vectorSimilarity = VectorSimilarity.COSINE)
    byte @Nullable [] vector1024;

    @VectorField(dimension = 1536, vectorSimilarity = VectorSimilarity.COSINE)
    byte @Nullable [] vector1536;

    @VectorField(dimension = 3072, vectorSimilarity = VectorSimilarity.COSINE)
    byte @Nullable [] vector3072;

    @VectorField(dimension = 4096, vectorSimilarity = VectorSimilarity.COSINE)
    byte @Nullable [] vector4096;

    void setVector(byte[] vector) {
        byte[] filled = filled(vector);
        switch (filled.length) {
            case 384 -> vector384 = filled;
            case 768 -> vector768 = filled;
            case 1024 -> vector1024 = filled;
            case 1536 -> vector1536 = filled;
            case 3072 -> vector3072 = filled;
            default -> vector4096 = filled;
        }
    }

    /** Up to the size of its field. */
    static byte[] filled(byte[] vector) {
        return Arrays.copyOf(vector, size(vector.length));
    }

    /** Of a vector filled up. */
    static String vectorField(byte[] filled) {
        return "vector" + filled.length;
    }

    static boolean takes(int dimensions) {
        return dimensions <= SIZES.get(SIZES.size() - 1);
    }

    private static int size(int dimensions) {
        return SIZES.stream()
                .filter(size -> size >= dimensions)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("Vectors of " + dimensions + " components are too long"));
    }

    static String id(long sessionId, Passage.Key key) {
        return sessionId + "-" + key.firstSequence() + "-" + key.ordinal();
    }

    static long sessionId(String id) {
        return Long.parseLong(id, 0, id.indexOf('-'), 10);
    }

    /** Of its first message. */
    static int sequence(String id) {
        return Integer.parseInt(id, id.indexOf('-') + 1, id.lastIndexOf('-'), 10);
    }
}
