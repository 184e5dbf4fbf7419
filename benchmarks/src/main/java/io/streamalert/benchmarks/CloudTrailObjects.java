package io.streamalert.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Makes objects as CloudTrail puts them on S3: one JSON document of many records. */
final class CloudTrailObjects {

  private static final int RECORDS = 100;

  private final ObjectMapper mapper = new ObjectMapper();

  /** Makes objects of generated records, always the same. */
  List<byte[]> generated(int count) {
    CloudTrailRecords records = new CloudTrailRecords(new Chance(Workload.SEED));
    List<byte[]> objects = new ArrayList<>(count);
    while (objects.size() < count) {
      objects.add(object(Stream.generate(records::ordinaryCall).limit(RECORDS).toList()));
    }
    return objects;
  }

  /**
   * Makes objects of the records in real files, which are repeated as often as is needed.
   *
   * @param folder has files named {@code *.json} or {@code *.jsonl}, at any depth: records, lists of
   *     records, or objects with {@code Records}, one or many a file
   */
  List<byte[]> real(Path folder, int count) throws IOException {
    List<JsonNode> records = records(folder);
    if (records.isEmpty()) {
      throw new IOException("There are no records in the *.json and *.jsonl files of " + folder);
    }
    List<byte[]> objects = new ArrayList<>(count);
    List<JsonNode> next = new ArrayList<>(RECORDS);
    for (int i = 0; objects.size() < count; i++) {
      next.add(records.get(i % records.size()));
      if (next.size() == RECORDS) {
        objects.add(object(next));
        next.clear();
      }
    }
    return objects;
  }

  private List<JsonNode> records(Path folder) throws IOException {
    List<JsonNode> records = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(CloudTrailObjects::isJson).sorted().toList()) {
        addRecords(file, records);
      }
    }
    return records;
  }

  private static boolean isJson(Path file) {
    return file.toString().endsWith(".json") || file.toString().endsWith(".jsonl");
  }

  private void addRecords(Path file, List<JsonNode> records) throws IOException {
    try (MappingIterator<JsonNode> documents =
        mapper.readerFor(JsonNode.class).readValues(file.toFile())) {
      while (documents.hasNextValue()) {
        JsonNode document = documents.nextValue();
        JsonNode list = document.isArray() ? document : document.path(Work.RECORDS);
        if (list.isArray()) {
          list.forEach(records::add);
        } else {
          records.add(document);
        }
      }
    }
  }

  private byte[] object(List<?> records) {
    try {
      return mapper.writeValueAsBytes(Json.map(Work.RECORDS, records));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps of plain values are always written", e);
    }
  }
}
