package io.streamalert.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.streamalert.settings.ConfigException;
import java.util.Arrays;
import java.util.List;

/** Whatever stands in a file: it is read, or refused with file and words. */
class ConfigFuzzTest {

  /** The first byte chooses the file, from {@code a} on. */
  private static final List<String> FILES = List.of(
      "schemas/b",
      "clusters/c",
      "global",
      "outputs",
      "lookup_tables",
      "threat_intel",
      "normalized_types",
      "lambda",
      "scheduled_queries",
      "logs");

  @FuzzTest(maxDuration = "30s")
  void nothingElseIsThrown(byte[] bytes) {
    if (bytes.length == 0) {
      return;
    }
    String file = FILES.get(Math.floorMod(bytes[0] - 'a', FILES.size()));
    byte[] json = Arrays.copyOfRange(bytes, 1, bytes.length);
    try {
      assertThat(ConfFiles.minimal().with(file, json).load().schemas()).isNotNull();
    } catch (ConfigException e) {
      assertThat(e.problems()).isNotEmpty().allMatch(problem -> problem.file().isPresent());
    }
  }
}
