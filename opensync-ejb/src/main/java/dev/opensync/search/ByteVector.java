package dev.opensync.search;

/**
 * Vectors as the index has them: a byte for each component, which is a quarter of the space for hardly any loss. Each is
 * scaled by its own largest component; an angle does not depend on length.
 */
final class ByteVector {

    private ByteVector() {}

    static byte[] of(float[] components) {
        float largest = 0;
        for (float component : components) {
            largest = Math.max(largest, Math.abs(component));
        }
        byte[] bytes = new byte[components.length];
        for (int i = 0; i < components.length; i++) {
            bytes[i] = largest == 0 ? 1 : (byte) Math.round(components[i] / largest * Byte.MAX_VALUE);
        }
        return bytes;
    }
}
