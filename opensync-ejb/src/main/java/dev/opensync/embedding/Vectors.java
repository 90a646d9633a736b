package dev.opensync.embedding;

/** Arithmetic of vectors. */
final class Vectors {

    private Vectors() {}

    /** Scales the vector itself to length one; a vector of zeros stays what it is. */
    static float[] unit(float[] vector) {
        double squares = 0;
        for (float component : vector) {
            squares += (double) component * component;
        }
        double length = Math.sqrt(squares);
        for (int i = 0; length > 0 && i < vector.length; i++) {
            vector[i] = (float) (vector[i] / length);
        }
        return vector;
    }
}
