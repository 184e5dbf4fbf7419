package io.streamalert.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;

/** The yardstick: {@link ObjectMapper#readTree(byte[])}. */
final class JacksonTree implements Candidate {

  private final ObjectMapper mapper;
  private final Work work;
  private final long[] keys;
  private final String[][] paths =
      Work.PATHS.stream().map(path -> path.toArray(String[]::new)).toArray(String[][]::new);

  JacksonTree(ObjectMapper mapper, Work work) {
    this.mapper = mapper;
    this.work = work;
    this.keys = work.emptySet();
  }

  @Override
  public long parse(byte[] json) {
    return read(json).size();
  }

  @Override
  public long parseAndWork(byte[] json) {
    JsonNode record = read(json);
    JsonNode records = record.get(Work.RECORDS);
    if (records != null && records.has(0)) {
      record = records.get(0);
    }
    return fitting(record) + lookups(record);
  }

  private int fitting(JsonNode record) {
    Arrays.fill(keys, 0);
    int unknown = 0;
    for (Iterator<String> names = record.fieldNames(); names.hasNext(); ) {
      Integer id = work.ids().get(names.next());
      if (id == null) {
        unknown++;
      } else {
        Work.add(keys, id);
      }
    }
    return work.fitting(keys, unknown);
  }

  private long lookups(JsonNode record) {
    long result = 0;
    for (int i = 0; i < paths.length; i++) {
      JsonNode value = record;
      for (String key : paths[i]) {
        value = value == null ? null : value.get(key);
      }
      if (value != null) {
        result += Work.TEXTS.get(i).equals(value.textValue()) ? 10_000 : 100;
      }
    }
    return result;
  }

  private JsonNode read(byte[] json) {
    try {
      return mapper.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
