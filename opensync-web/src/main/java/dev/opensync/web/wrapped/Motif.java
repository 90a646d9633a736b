package dev.opensync.web.wrapped;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** What is drawn behind the figures, in one faint colour that is set already. */
enum Motif {
    RINGS {
        @Override
        void draw(Graphics2D out) {
            for (int radius = 60; radius < 620; radius += 60) {
                out.draw(new Ellipse2D.Double(WIDTH - radius, -radius * 0.6, 2.0 * radius, 2.0 * radius));
            }
        }
    },
    STRIPES {
        @Override
        void draw(Graphics2D out) {
            out.setStroke(new BasicStroke(26));
            for (int x = -HEIGHT; x < WIDTH; x += 90) {
                out.draw(new Line2D.Double(x, HEIGHT, x + HEIGHT, 0));
            }
        }
    },
    DOTS {
        @Override
        void draw(Graphics2D out) {
            for (int y = 15; y < HEIGHT; y += 30) {
                for (int x = 15; x < WIDTH; x += 30) {
                    double size = 2 + 5.0 * y / HEIGHT;
                    out.fill(new Ellipse2D.Double(x - size / 2, y - size / 2, size, size));
                }
            }
        }
    },
    GRID {
        @Override
        void draw(Graphics2D out) {
            for (int at = 0; at < HEIGHT; at += 45) {
                out.draw(new Line2D.Double(0, at, WIDTH, at));
                out.draw(new Line2D.Double(at, 0, at, HEIGHT));
            }
        }
    },
    WAVES {
        @Override
        void draw(Graphics2D out) {
            out.setStroke(new BasicStroke(3));
            for (int y = 40; y < HEIGHT + 60; y += 48) {
                Path2D wave = new Path2D.Double();
                wave.moveTo(-50, y);
                for (int x = -50; x < WIDTH + 100; x += 150) {
                    wave.curveTo(x + 50, y - 40, x + 100, y + 40, x + 150, y);
                }
                out.draw(wave);
            }
        }
    },
    SUN {
        @Override
        void draw(Graphics2D out) {
            for (int degrees = 0; degrees < 360; degrees += 20) {
                out.fill(new Arc2D.Double(WIDTH / 2.0 - 1200, HEIGHT - 1300, 2400, 2400, degrees, 10, Arc2D.PIE));
            }
        }
    },
    STEPS {
        @Override
        void draw(Graphics2D out) {
            for (int i = 0; i < 9; i++) {
                double height = 90 + 70 * i;
                out.fill(new Rectangle2D.Double(i * 75, HEIGHT - height, 62, height));
            }
        }
    },
    TRIANGLES {
        @Override
        void draw(Graphics2D out) {
            for (int row = 0; row < 14; row++) {
                for (int column = 0; column < 8; column++) {
                    if ((row * 7 + column * 3) % 4 < 2) {
                        triangle(out, column * 90 - row % 2 * 45, row * 90);
                    }
                }
            }
        }

        private void triangle(Graphics2D out, int x, int y) {
            Path2D shape = new Path2D.Double();
            shape.moveTo(x, y + 90);
            shape.lineTo(x + 45, y);
            shape.lineTo(x + 90, y + 90);
            shape.closePath();
            out.fill(shape);
        }
    },
    LINES {
        @Override
        void draw(Graphics2D out) {
            for (int y = 0; y < HEIGHT; y += 6) {
                out.draw(new Line2D.Double(0, y, WIDTH, y));
            }
        }
    },
    FRAME {
        @Override
        void draw(Graphics2D out) {
            out.setStroke(new BasicStroke(3));
            for (int inset = 14; inset <= 34; inset += 10) {
                out.draw(new Rectangle2D.Double(inset, inset, WIDTH - 2.0 * inset, HEIGHT - 2.0 * inset));
            }
        }
    };

    /** Of the picture, in pixels; as in the original OpenSync. */
    static final int WIDTH = 675;

    static final int HEIGHT = 1200;

    abstract void draw(Graphics2D out);
}
