"""A small app in Textual that can be walked as `loyalhub demo` is; it has no server."""

from textual.app import App
from textual.containers import Vertical
from textual.screen import ModalScreen, Screen
from textual.widgets import Button, Input, OptionList, Static, TabbedContent, TabPane

GOODS = ["Filter coffee", "Cappuccino", "Flat white", "Tea and cheesecake"]
HISTORY = [f"{30 - row % 30:>2} Nov  {GOODS[row % 4]:24}Nikitskaya{240 + row:>6} ₽    +12"
           for row in range(40)]
HISTORY += [f"{10 - row:>2} Oct  {'Matcha latte':24}Tsvetnoy     390 ₽    +19"
            for row in range(10)]
REWARDS = ["A shot of syrup", "Oat milk", "Free espresso", "Free croissant"]
REWARDS += [f"A tour of the roastery {number}" for number in range(len(REWARDS), 23)]
OFFERS = ["Ethiopia week"] + [f"Five cups {number}" for number in range(1, 20)]


class Login(Screen):
    BINDINGS = [("f2", "insert", "Insert the code")]

    def compose(self):
        yield Static("Log in or join", id="title")
        yield Input(placeholder="with the country code", id="phone")
        yield Button("Get a code", id="send")
        yield Static("", id="message")
        yield Input(placeholder="from the message", id="code")

    def on_input_submitted(self):
        self.query_one("#message").update("Zerna: your code is 123456. Do not share it.")
        self.query_one("#code").focus()

    def action_insert(self):
        self.query_one("#code").value = "123456"
        self.app.switch_screen(Main())


class Main(Screen):
    BINDINGS = [(str(number), f"tab('{name}')") for number, name in enumerate(
        ["home", "history", "rewards", "offers", "news"], 1)]
    BINDINGS += [("/", "search", "Search"), ("escape", "back", "Back")]

    def compose(self):
        with TabbedContent():
            with TabPane("Home", id="home"):
                yield Static("1,389 points\nas of 11:05 · 35 points on the way", id="balance")
                yield Static("The tenth coffee   7 of 10", id="stamps")
            with TabPane("History", id="history"):
                yield Input(id="search")
                yield OptionList(*HISTORY, id="entries")
            with TabPane("Rewards", id="rewards"):
                yield OptionList(*REWARDS, id="goods")
            with TabPane("Offers", id="offers"):
                yield OptionList(*OFFERS, id="promotions")
            with TabPane("News", id="news"):
                yield Static("The winter menu\nCocoa with sea buckthorn", id="page")

    def action_tab(self, name):
        self.query_one(TabbedContent).active = name
        for rows in self.query_one(f"#{name}").query(OptionList):
            rows.focus()

    def on_tabbed_content_tab_activated(self, event):
        for rows in event.pane.query(OptionList):
            rows.focus()

    def action_search(self):
        self.query_one("#search").focus()

    def action_back(self):
        self.query_one("#search").value = ""
        self.query_one("#entries").focus()

    def on_input_changed(self, event):
        rows = self.query_one("#entries")
        rows.clear_options()
        rows.add_options(row for row in HISTORY if event.value.lower() in row.lower())

    def on_option_list_option_selected(self, event):
        if event.option_list.id == "goods":
            self.app.push_screen(Reward(str(event.option.prompt)))


class Reward(ModalScreen):
    BINDINGS = [("escape", "dismiss", "Close")]

    def __init__(self, name):
        super().__init__()
        self.reward = name

    def compose(self):
        with Vertical():
            yield Static(self.reward)
            yield Static("Any drink with oat milk at no extra charge.", id="words")
            yield Button("Get it for 40 points", id="redeem")


class Shop(App):
    ENABLE_COMMAND_PALETTE = False

    def on_mount(self):
        self.push_screen(Login())
