export const App = () => <main>Welcome</main>;
