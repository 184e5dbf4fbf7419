package io.streamalert.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Catches the warnings of one class, and keeps them from the console, until it is closed. */
public final class Warnings implements AutoCloseable {

  private final Logger logger;
  private final ListAppender<ILoggingEvent> caught = new ListAppender<>();

  private Warnings(Class<?> of) {
    this.logger = (Logger) LoggerFactory.getLogger(of);
    caught.start();
    logger.addAppender(caught);
    logger.setAdditive(false);
  }

  /**
   * Starts to catch.
   *
   * @param type the class that logs
   * @return the warnings to come
   */
  public static Warnings of(Class<?> type) {
    return new Warnings(type);
  }

  /**
   * What was caught.
   *
   * @return the messages
   */
  public List<String> messages() {
    return caught.list.stream()
        .filter(event -> event.getLevel() == Level.WARN)
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }

  @Override
  public void close() {
    logger.detachAppender(caught);
    logger.setAdditive(true);
  }
}
