package io.streamalert.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain maps and lists, as {@link ObjectMapper#readValue(byte[], Class)} makes them. */
final class JacksonMap implements Candidate {

  private static final Object ABSENT = new Object();

  private final ObjectReader reader;
  private final Work work;
  private final long[] keys;
  private final String[][] paths =
      Work.PATHS.stream().map(path -> path.toArray(String[]::new)).toArray(String[][]::new);

  JacksonMap(ObjectMapper mapper, Work work) {
    this.reader = mapper.readerFor(Object.class);
    this.work = work;
    this.keys = work.emptySet();
  }

  @Override
  public long parse(byte[] json) {
    return size(read(json));
  }

  private static int size(Object value) {
    return value instanceof Map<?, ?> map
        ? map.size()
        : value instanceof List<?> list ? list.size() : 0;
  }

  @Override
  public long parseAndWork(byte[] json) {
    Object record = read(json);
    if (record instanceof Map<?, ?> map
        && map.get(Work.RECORDS) instanceof List<?> records
        && !records.isEmpty()) {
      record = records.get(0);
    }
    return fitting(record) + lookups(record);
  }

  private int fitting(Object record) {
    Arrays.fill(keys, 0);
    int unknown = 0;
    if (record instanceof Map<?, ?> map) {
      for (Object key : map.keySet()) {
        Integer id = work.ids().get(key);
        if (id == null) {
          unknown++;
        } else {
          Work.add(keys, id);
        }
      }
    }
    return work.fitting(keys, unknown);
  }

  private long lookups(Object record) {
    long result = 0;
    for (int i = 0; i < paths.length; i++) {
      Object value = record;
      for (String key : paths[i]) {
        value = get(value, key);
      }
      if (value != ABSENT) {
        result += Work.TEXTS.get(i).equals(value) ? 10_000 : 100;
      }
    }
    return result;
  }

  private static @Nullable Object get(@Nullable Object value, String key) {
    if (value instanceof Map<?, ?> map) {
      Object member = map.get(key);
      return member != null || map.containsKey(key) ? member : ABSENT;
    }
    return ABSENT;
  }

  private Object read(byte[] json) {
    try {
      return reader.readValue(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
