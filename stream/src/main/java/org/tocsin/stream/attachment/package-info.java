/** The bytes of files that people added to incidents. */
@NullMarked
package org.tocsin.stream.attachment;

import org.jspecify.annotations.NullMarked;
