package io.streamalert.classify;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.streamalert.record.LogSource;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;
import java.util.List;

class ClassifierFuzzTest {

  /** The bytes are schemas, as {@link FuzzedSchemas} has them, and then the payload. */
  @FuzzTest(maxDuration = "30s")
  void theAnswerIsThatOfThePlainLoop(byte[] bytes) {
    FuzzedSchemas fuzzed = new FuzzedSchemas(bytes);
    OracleChecks oracle = new OracleChecks(fuzzed.take());
    byte[] payload = fuzzed.rest();
    for (String service : List.of("s3", "kinesis")) {
      RawLog log = RawLog.of(LogSource.of(service, "fuzz"), Position.of("fuzz", "1"), payload);
      OutcomeLaws.check(log, oracle.check(log));
    }
  }
}
