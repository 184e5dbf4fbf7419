package io.streamalert.local.feed;

import io.streamalert.feed.FeedContext;
import io.streamalert.local.framing.Content;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Reports a problem when it arises or changes, and not again while it lasts. Not thread-safe. */
final class Problems {

  private final FeedContext context;
  private final Map<Path, String> known = new HashMap<>();

  Problems(FeedContext context) {
    this.context = context;
  }

  void report(Path place, String problem) {
    if (!problem.equals(known.put(place, problem))) {
      context.report(place.toString(), problem);
    }
  }

  /** Reports what has happened and will not be mended. */
  void tell(Path place, String problem) {
    context.report(place.toString(), problem);
  }

  /** That a file is gone is no problem: the next look shows it. */
  void report(Path place, IOException error) {
    if (!(error instanceof NoSuchFileException)) {
      report(place, Content.reason(error));
    }
  }

  void solved(Path place) {
    known.remove(place);
  }
}
