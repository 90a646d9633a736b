package dev.opensync.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The last use of each key since the last writing; bounded by the number of valid keys. */
@ApplicationScoped
public class ApiKeyUses {

    private final Map<Long, ApiKeyUse> lastByKey = new ConcurrentHashMap<>();

    void record(long keyId, ApiKeyUse use) {
        lastByKey.put(keyId, use);
    }

    boolean isEmpty() {
        return lastByKey.isEmpty();
    }

    /** Leaves nothing behind but what comes in meanwhile. */
    Map<Long, ApiKeyUse> take() {
        Map<Long, ApiKeyUse> taken = new HashMap<>();
        for (Long keyId : List.copyOf(lastByKey.keySet())) {
            ApiKeyUse use = lastByKey.remove(keyId);
            if (use != null) {
                taken.put(keyId, use);
            }
        }
        return taken;
    }
}
