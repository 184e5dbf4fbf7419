/**
 * What of an alert an output receives. A {@link io.streamalert.publish.Publisher}, implemented by
 * users, makes or changes a {@link io.streamalert.publish.Publication}; publishers run in a chain
 * for each alert and output. An output declares what it understands as constants of {@link
 * io.streamalert.publish.PublicationKey}.
 */
@NullMarked
package io.streamalert.publish;

import org.jspecify.annotations.NullMarked;
