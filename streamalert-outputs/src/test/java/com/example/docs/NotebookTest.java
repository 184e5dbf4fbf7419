package com.example.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.alert.OutputId;
import io.streamalert.output.Delivery;
import io.streamalert.output.DeliveryRequest;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.outputs.FileOutput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples of the page about outputs. */
class NotebookTest {

  // docs: outputs-own
  /** Keeps alerts in a notebook, which may be full. */
  static final class Notebook implements OutputDispatcher {

    private static final OutputId ID = OutputId.of("notebook", "desk");
    private static final int LONGEST_PAGE = 1_000_000;

    private final List<String> pages = new ArrayList<>();
    private final int most;

    Notebook(int most) {
      this.most = most;
    }

    @Override
    public OutputId id() {
      return ID;
    }

    @Override
    public synchronized Delivery dispatch(DeliveryRequest request) {
      String page = request.publication().payload().toJson();
      if (page.length() > LONGEST_PAGE) {
        return Delivery.rejected("The publication is longer than a page");
      }
      if (pages.size() == most) {
        return Delivery.retryAfter(Duration.ofMinutes(5), "The notebook is full");
      }
      pages.add(page);
      return Delivery.delivered("page " + pages.size());
    }

    synchronized List<String> pages() {
      return List.copyOf(pages);
    }
  }
  // end

  @Test
  void aFileIsMadeInCode() {
    // docs: outputs-file
    FileOutput file = FileOutput.builder(OutputId.of("file", "alerts"), Path.of("alerts.jsonl"))
        .maxBytes(10_000_000)
        .maxAge(Duration.ofDays(1))
        .keep(30)
        .build();
    // end

    assertThat(file.id()).hasToString("file:alerts");
  }
}
