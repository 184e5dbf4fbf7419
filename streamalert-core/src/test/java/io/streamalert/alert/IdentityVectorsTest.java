package io.streamalert.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.record.Position;
import io.streamalert.record.RecordId;
import io.streamalert.testing.RepositoryFile;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The frozen vectors of docs/wire/identity.md, which were made by another program. */
class IdentityVectorsTest {

  private static final String RULE = "cloudtrail_root_account_usage";

  record Vector(Position position, long ordinal, String record, String alert, String merged) {}

  static List<Vector> vectors() {
    return RepositoryFile.read("docs/wire/identity.md")
        .lines()
        .dropWhile(line -> !line.startsWith("## Vectors"))
        .filter(line -> line.matches("\\| .*[0-9a-f]{12} \\|"))
        .map(IdentityVectorsTest::vector)
        .toList();
  }

  private static Vector vector(String line) {
    String[] cells = Stream.of(line.split("\\|")).map(String::strip).toArray(String[]::new);
    String[] parts = cells[2].isEmpty() ? new String[0] : cells[2].split(" , ");
    return new Vector(
        Position.of(cells[1], parts), Long.parseLong(cells[3]), cells[4], cells[5], cells[6]);
  }

  @Test
  void thePageHasVectors() {
    assertThat(vectors()).hasSize(7);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void idsAreThoseOfTheVector(Vector vector) {
    RecordId record = RecordId.of(vector.position, vector.ordinal);
    AlertId alert = AlertId.of(record, RULE);

    assertThat(record).hasToString(vector.record);
    assertThat(alert).hasToString(vector.alert);
    assertThat(AlertId.merged(RULE, alert)).hasToString(vector.merged);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void idsAreOfVersion8(Vector vector) {
    RecordId record = RecordId.of(vector.position, vector.ordinal);

    assertThat(record.uuid().version()).isEqualTo(8);
    assertThat(record.uuid().variant()).isEqualTo(2);
    assertThat(RecordId.parse(record.toString())).isEqualTo(record);
  }
}
