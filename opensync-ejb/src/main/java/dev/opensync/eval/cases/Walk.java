package dev.opensync.eval.cases;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Ways through messages that read no further than they are followed. */
public final class Walk {

    private Walk() {}

    public static <T> Iterable<T> matching(Iterable<T> items, Predicate<T> condition) {
        return () -> new Ahead<>() {

            private final Iterator<T> all = items.iterator();

            @Override
            @Nullable
            T find() {
                while (all.hasNext()) {
                    T item = all.next();
                    if (condition.test(item)) {
                        return item;
                    }
                }
                return null;
            }
        };
    }

    public static <T> Iterable<T> first(Iterable<T> items, int count) {
        return () -> new Ahead<>() {

            private final Iterator<T> all = items.iterator();
            private int left = count;

            @Override
            @Nullable
            T find() {
                return left-- > 0 && all.hasNext() ? all.next() : null;
            }
        };
    }

    public static <T, R> Iterable<R> map(Iterable<T> items, Function<T, R> function) {
        return () -> {
            Iterator<T> all = items.iterator();
            return new Iterator<>() {

                @Override
                public boolean hasNext() {
                    return all.hasNext();
                }

                @Override
                public R next() {
                    return function.apply(all.next());
                }
            };
        };
    }

    /** Knows the next one before it is asked for. */
    abstract static class Ahead<T> implements Iterator<T> {

        private @Nullable T next;

        /** Null at the end. */
        abstract @Nullable T find();

        @Override
        public boolean hasNext() {
            if (next == null) {
                next = find();
            }
            return next != null;
        }

        @Override
        public T next() {
            if (!hasNext() || next == null) {
                throw new NoSuchElementException();
            }
            T found = next;
            next = null;
            return found;
        }
    }
}
